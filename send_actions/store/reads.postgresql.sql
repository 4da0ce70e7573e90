-- name: action_dependency
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER)))
 SELECT action_dependency.id, action_dependency.born, action_dependency.gone, action_dependency.gone_on, action_dependency.version, action_dependency."on", action_dependency.action_id, action_dependency.needs_id
FROM action_dependency
WHERE action_dependency.born <= %(record)s::INTEGER AND (action_dependency.born NOT IN (SELECT undone.id
FROM undone)) AND (action_dependency.gone_on IS NULL OR action_dependency.gone_on > %(as_at)s::DATE OR action_dependency.gone > %(record)s::INTEGER) ORDER BY action_dependency.id

-- name: action_support
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER)))
 SELECT action_support.id, action_support.born, action_support.gone, action_support.gone_on, action_support.version, action_support."on", action_support.action_id, action_support.area_id
FROM action_support
WHERE action_support.born <= %(record)s::INTEGER AND (action_support.born NOT IN (SELECT undone.id
FROM undone)) AND (action_support.gone_on IS NULL OR action_support.gone_on > %(as_at)s::DATE OR action_support.gone > %(record)s::INTEGER) ORDER BY action_support.id

-- name: area
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER)))
 SELECT area.id, area.born, area.gone, area.gone_on, area.version, area."on", area.number, area.title, area.outcome, area.theme, area.headline, area.lead_id, area.exempt
FROM area
WHERE area.born <= %(record)s::INTEGER AND (area.born NOT IN (SELECT undone.id
FROM undone)) ORDER BY area.id

-- name: chase
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER)))
 SELECT chase.id, chase.born, chase.gone, chase.gone_on, chase.version, chase.meeting_id, chase.owner_id, chase.asked_on, chase.chased_on, chase.answered_on
FROM chase
WHERE chase.born <= %(record)s::INTEGER AND (chase.born NOT IN (SELECT undone.id
FROM undone)) AND (chase.gone_on IS NULL OR chase.gone_on > %(as_at)s::DATE OR chase.gone > %(record)s::INTEGER) ORDER BY chase.id

-- name: comparator
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER)))
 SELECT comparator.id, comparator.born, comparator.gone, comparator.gone_on, comparator.version, comparator.measure_id, comparator.kind, comparator.value, comparator.period, comparator.source
FROM comparator
WHERE comparator.born <= %(record)s::INTEGER AND (comparator.born NOT IN (SELECT undone.id
FROM undone)) AND (comparator.gone_on IS NULL OR comparator.gone_on > %(as_at)s::DATE OR comparator.gone > %(record)s::INTEGER) ORDER BY comparator.id

-- name: evidence
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER)))
 SELECT evidence.id, evidence.born, evidence.gone, evidence.gone_on, evidence.version, evidence."on", evidence.kind, evidence.title, evidence.shows, evidence.place, evidence.action_id, evidence.area_id, evidence.exempt
FROM evidence
WHERE evidence.born <= %(record)s::INTEGER AND (evidence.born NOT IN (SELECT undone.id
FROM undone)) AND (evidence.gone_on IS NULL OR evidence.gone_on > %(as_at)s::DATE OR evidence.gone > %(record)s::INTEGER) ORDER BY evidence.id

-- name: finding
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER)))
 SELECT finding.id, finding.born, finding.gone, finding.gone_on, finding.version, finding.source_id, finding.kind, finding.text, finding.place
FROM finding
WHERE finding.born <= %(record)s::INTEGER AND (finding.born NOT IN (SELECT undone.id
FROM undone)) AND (finding.gone_on IS NULL OR finding.gone_on > %(as_at)s::DATE OR finding.gone > %(record)s::INTEGER) ORDER BY finding.id

-- name: finding_area
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER)))
 SELECT finding_area.id, finding_area.born, finding_area.gone, finding_area.gone_on, finding_area.version, finding_area."on", finding_area.finding_id, finding_area.area_id
FROM finding_area
WHERE finding_area.born <= %(record)s::INTEGER AND (finding_area.born NOT IN (SELECT undone.id
FROM undone)) AND (finding_area.gone_on IS NULL OR finding_area.gone_on > %(as_at)s::DATE OR finding_area.gone > %(record)s::INTEGER) ORDER BY finding_area.id

-- name: import_mapping
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER)))
 SELECT import_mapping.id, import_mapping.born, import_mapping.gone, import_mapping.gone_on, import_mapping.version, import_mapping.name, import_mapping.mapping
FROM import_mapping
WHERE import_mapping.born <= %(record)s::INTEGER AND (import_mapping.born NOT IN (SELECT undone.id
FROM undone)) AND (import_mapping.gone_on IS NULL OR import_mapping.gone_on > %(as_at)s::DATE OR import_mapping.gone > %(record)s::INTEGER) ORDER BY import_mapping.id

-- name: imported_file
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER)))
 SELECT imported_file.id, imported_file.born, imported_file.gone, imported_file.gone_on, imported_file.version, imported_file."on", imported_file.name, imported_file.digest
FROM imported_file
WHERE imported_file.born <= %(record)s::INTEGER AND (imported_file.born NOT IN (SELECT undone.id
FROM undone)) AND (imported_file.gone_on IS NULL OR imported_file.gone_on > %(as_at)s::DATE OR imported_file.gone > %(record)s::INTEGER) ORDER BY imported_file.id

-- name: judgement
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER)))
 SELECT judgement.id, judgement.born, judgement.gone, judgement.gone_on, judgement.version, judgement.area_id, judgement."on", judgement.status, judgement.reason
FROM judgement
WHERE judgement.born <= %(record)s::INTEGER AND (judgement.born NOT IN (SELECT undone.id
FROM undone)) AND (judgement.gone_on IS NULL OR judgement.gone_on > %(as_at)s::DATE OR judgement.gone > %(record)s::INTEGER) AND judgement."on" <= %(as_at)s::DATE ORDER BY judgement.id

-- name: legend
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER)))
 SELECT legend.id, legend.born, legend.gone, legend.gone_on, legend.version, legend."on", legend.status, legend.colour, legend.word, legend.definition, legend.used
FROM legend
WHERE legend.born <= %(record)s::INTEGER AND (legend.born NOT IN (SELECT undone.id
FROM undone)) AND (legend.gone_on IS NULL OR legend.gone_on > %(as_at)s::DATE OR legend.gone > %(record)s::INTEGER) ORDER BY legend.id

-- name: measure
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER)))
 SELECT measure.id, measure.born, measure.gone, measure.gone_on, measure.version, measure."on", measure.title, measure.unit, measure.better, measure.area_id, measure.baseline, measure.baseline_period, measure.target, measure.target_by, measure.definition
FROM measure
WHERE measure.born <= %(record)s::INTEGER AND (measure.born NOT IN (SELECT undone.id
FROM undone)) AND (measure.gone_on IS NULL OR measure.gone_on > %(as_at)s::DATE OR measure.gone > %(record)s::INTEGER) ORDER BY measure.id

-- name: meeting
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER)))
 SELECT meeting.id, meeting.born, meeting.gone, meeting.gone_on, meeting.version, meeting.listed_on, meeting."on", meeting.series, meeting.returns_due, meeting.papers_due, meeting.record_issued
FROM meeting
WHERE meeting.born <= %(record)s::INTEGER AND (meeting.born NOT IN (SELECT undone.id
FROM undone)) AND (meeting.gone_on IS NULL OR meeting.gone_on > %(as_at)s::DATE OR meeting.gone > %(record)s::INTEGER) ORDER BY meeting.id

-- name: milestone
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER)))
 SELECT milestone.id, milestone.born, milestone.gone, milestone.gone_on, milestone.version, milestone.measure_id, milestone.by, milestone.value
FROM milestone
WHERE milestone.born <= %(record)s::INTEGER AND (milestone.born NOT IN (SELECT undone.id
FROM undone)) AND (milestone.gone_on IS NULL OR milestone.gone_on > %(as_at)s::DATE OR milestone.gone > %(record)s::INTEGER) ORDER BY milestone.id

-- name: minute
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER)))
 SELECT minute.id, minute.born, minute.gone, minute.gone_on, minute.version, minute.meeting_id, minute.kind, minute.text, minute.action_id, minute.area_id, minute.answer, minute.answered_on, minute.exempt
FROM minute
WHERE minute.born <= %(record)s::INTEGER AND (minute.born NOT IN (SELECT undone.id
FROM undone)) AND (minute.gone_on IS NULL OR minute.gone_on > %(as_at)s::DATE OR minute.gone > %(record)s::INTEGER) ORDER BY minute.id

-- name: owner
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER)))
 SELECT owner.id, owner.born, owner.gone, owner.gone_on, owner.version, owner.role, owner.organisation, owner.name, owner.email
FROM owner
WHERE owner.born <= %(record)s::INTEGER AND (owner.born NOT IN (SELECT undone.id
FROM undone)) AND (owner.gone_on IS NULL OR owner.gone_on > %(as_at)s::DATE OR owner.gone > %(record)s::INTEGER) ORDER BY owner.id

-- name: paper
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER)))
 SELECT paper.id, paper.born, paper.gone, paper.gone_on, paper.version, paper."on", paper.kind, paper.as_at, paper.record, paper.audience, paper.meeting_id
FROM paper
WHERE paper.born <= %(record)s::INTEGER AND (paper.born NOT IN (SELECT undone.id
FROM undone)) AND (paper.gone_on IS NULL OR paper.gone_on > %(as_at)s::DATE OR paper.gone > %(record)s::INTEGER) ORDER BY paper.id

-- name: plan
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER)))
 SELECT plan.id, plan.born, plan.gone, plan.gone_on, plan.version, plan.title, plan.partnership, plan.main_series, plan.today, plan.terms
FROM plan
WHERE plan.born <= %(record)s::INTEGER AND (plan.born NOT IN (SELECT undone.id
FROM undone)) AND (plan.gone_on IS NULL OR plan.gone_on > %(as_at)s::DATE OR plan.gone > %(record)s::INTEGER) ORDER BY plan.id

-- name: reading
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER)))
 SELECT reading.id, reading.born, reading.gone, reading.gone_on, reading.version, reading.measure_id, reading."on", reading.period, reading.value, reading.note
FROM reading
WHERE reading.born <= %(record)s::INTEGER AND (reading.born NOT IN (SELECT undone.id
FROM undone)) AND (reading.gone_on IS NULL OR reading.gone_on > %(as_at)s::DATE OR reading.gone > %(record)s::INTEGER) AND reading."on" <= %(as_at)s::DATE ORDER BY reading.id

-- name: saved_view
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER)))
 SELECT saved_view.id, saved_view.born, saved_view.gone, saved_view.gone_on, saved_view.version, saved_view.name, saved_view.filter
FROM saved_view
WHERE saved_view.born <= %(record)s::INTEGER AND (saved_view.born NOT IN (SELECT undone.id
FROM undone)) AND (saved_view.gone_on IS NULL OR saved_view.gone_on > %(as_at)s::DATE OR saved_view.gone > %(record)s::INTEGER) ORDER BY saved_view.id

-- name: source
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER)))
 SELECT source.id, source.born, source.gone, source.gone_on, source.version, source."on", source.kind, source.title, source.author
FROM source
WHERE source.born <= %(record)s::INTEGER AND (source.born NOT IN (SELECT undone.id
FROM undone)) AND (source.gone_on IS NULL OR source.gone_on > %(as_at)s::DATE OR source.gone > %(record)s::INTEGER) ORDER BY source.id

-- name: latest
SELECT coalesce(max(change.id), 0) AS record, max(change.day) AS day
FROM change

-- name: action
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER))),
said AS
(SELECT action.id AS id, action.born AS born, action.gone AS gone, action.gone_on AS gone_on, action.version AS version, action."on" AS "on", action.ref AS ref, action.area_id AS area_id, action.title AS title, action.success_measure AS success_measure, action.lead_id AS lead_id, action.sro_id AS sro_id, action.partners AS partners, action.start AS start, action.exempt AS exempt, (SELECT u.id
FROM progress_update AS u
WHERE u.action_id = action.id AND u."on" <= %(as_at)s::DATE AND u.born <= %(record)s::INTEGER AND (u.born NOT IN (SELECT undone.id
FROM undone)) AND u.status IS NOT NULL ORDER BY u."on" DESC, u.id DESC
 LIMIT 1 OFFSET 0) AS status_id, (SELECT u.id
FROM progress_update AS u
WHERE u.action_id = action.id AND u."on" <= %(as_at)s::DATE AND u.born <= %(record)s::INTEGER AND (u.born NOT IN (SELECT undone.id
FROM undone)) AND u.impact IS NOT NULL ORDER BY u."on" DESC, u.id DESC
 LIMIT 1 OFFSET 0) AS impact_id, (SELECT u."on"
FROM progress_update AS u
WHERE u.action_id = action.id AND u."on" <= %(as_at)s::DATE AND u.born <= %(record)s::INTEGER AND (u.born NOT IN (SELECT undone.id
FROM undone)) AND (u.private_note = '' OR u.status IS NOT NULL OR u.impact IS NOT NULL OR u.no_change OR u.note != '' OR u.path != '' OR u.path_by IS NOT NULL OR u.look_again IS NOT NULL OR u.proof != '' OR u.impact_shown_by != '') ORDER BY u."on" DESC, u.id DESC
 LIMIT 1 OFFSET 0) AS updated_on
FROM action
WHERE action.born <= %(record)s::INTEGER AND (action.born NOT IN (SELECT undone.id
FROM undone)) AND (action.gone_on IS NULL OR action.gone_on > %(as_at)s::DATE OR action.gone > %(record)s::INTEGER) AND (action."on" <= %(as_at)s::DATE OR (EXISTS (SELECT *
FROM progress_update AS u
WHERE u.action_id = action.id AND u."on" <= %(as_at)s::DATE AND u.born <= %(record)s::INTEGER AND (u.born NOT IN (SELECT undone.id
FROM undone))))))
 SELECT said.id, said.born, said.gone, said.gone_on, said.version, said."on", said.ref, said.area_id, said.title, said.success_measure, said.lead_id, said.sro_id, said.partners, said.start, said.exempt, said.status_id, said.impact_id, said.updated_on, (SELECT before.status
FROM progress_update AS before
WHERE before.action_id = said.id AND before."on" <= %(as_at)s::DATE AND before.born <= %(record)s::INTEGER AND (before.born NOT IN (SELECT undone.id
FROM undone)) AND before.status IS NOT NULL AND before.status != status_said.status ORDER BY before."on" DESC, before.id DESC
 LIMIT 1 OFFSET 0) AS was, impact_said.impact, impact_said.impact_shown_by
FROM said LEFT OUTER JOIN progress_update AS status_said ON status_said.id = said.status_id LEFT OUTER JOIN progress_update AS impact_said ON impact_said.id = said.impact_id ORDER BY said.id

-- name: run
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER))),
present AS
(SELECT action.id AS id, (SELECT now.status
FROM progress_update AS now
WHERE now.action_id = action.id AND now."on" <= %(as_at)s::DATE AND now.born <= %(record)s::INTEGER AND (now.born NOT IN (SELECT undone.id
FROM undone)) AND now.status IS NOT NULL ORDER BY now."on" DESC, now.id DESC
 LIMIT 1 OFFSET 0) AS status
FROM action
WHERE action.born <= %(record)s::INTEGER AND (action.born NOT IN (SELECT undone.id
FROM undone))
 LIMIT 9223372036854775807 OFFSET 0),
run AS
(SELECT present.id AS id, (SELECT before.id
FROM progress_update AS before
WHERE before.action_id = present.id AND before."on" <= %(as_at)s::DATE AND before.born <= %(record)s::INTEGER AND (before.born NOT IN (SELECT undone.id
FROM undone)) AND before.status IS NOT NULL AND before.status != present.status ORDER BY before."on" DESC, before.id DESC
 LIMIT 1 OFFSET 0) AS before_id
FROM present
 LIMIT 9223372036854775807 OFFSET 0)
 SELECT u.id, u.born, u.gone, u.gone_on, u.version, u.action_id, u."on", u.status, u.impact, u.note, u.private_note, u.path, u.path_by, u.look_again, u.proof, u.impact_shown_by, u.no_change, u.agreed_meeting_id, u.heard, u.heard_from
FROM run JOIN progress_update AS u ON u.action_id = run.id LEFT OUTER JOIN progress_update AS last ON last.id = run.before_id
WHERE u."on" <= %(as_at)s::DATE AND u.born <= %(record)s::INTEGER AND (u.born NOT IN (SELECT undone.id
FROM undone)) AND (last.id IS NULL OR u."on" > last."on" OR u."on" = last."on" AND u.id > last.id) ORDER BY u.action_id, u."on", u.id

-- name: deadline
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER)))
 SELECT deadline.id, deadline.born, deadline.gone, deadline.gone_on, deadline.version, deadline.action_id, deadline."on", deadline.due, deadline.precision, deadline.text, deadline.reason, deadline.agreed_meeting_id, deadline.minute
FROM deadline
WHERE deadline."on" <= %(as_at)s::DATE AND deadline.born <= %(record)s::INTEGER AND (deadline.born NOT IN (SELECT undone.id
FROM undone)) ORDER BY deadline.action_id, deadline."on", deadline.id

-- name: wording
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER)))
 SELECT difference.noun, difference.row_id, difference.field, difference.before, difference.after, change.id AS change_id, change.day, change.id IN (SELECT undone.id
FROM undone) AS undone
FROM difference JOIN change ON change.id = difference.change_id
WHERE difference.field IS NOT NULL ORDER BY difference.change_id, difference.position

-- name: timeline_update
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER)))
 SELECT progress_update.id, progress_update.born, progress_update.gone, progress_update.gone_on, progress_update.version, progress_update.action_id, progress_update."on", progress_update.status, progress_update.impact, progress_update.note, progress_update.private_note, progress_update.path, progress_update.path_by, progress_update.look_again, progress_update.proof, progress_update.impact_shown_by, progress_update.no_change, progress_update.agreed_meeting_id, progress_update.heard, progress_update.heard_from, change.actor
FROM progress_update JOIN change ON change.id = progress_update.born
WHERE progress_update.action_id = %(action_id)s::INTEGER AND progress_update."on" <= %(as_at)s::DATE AND progress_update.born <= %(record)s::INTEGER AND (progress_update.born NOT IN (SELECT undone.id
FROM undone)) ORDER BY progress_update."on" DESC, progress_update.id DESC

-- name: timeline_deadline
WITH undone AS
(SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL AND undo.id <= %(record)s::INTEGER AND NOT (EXISTS (SELECT *
FROM change AS redo
WHERE redo.undoes = undo.id AND redo.id <= %(record)s::INTEGER)))
 SELECT deadline.id, deadline.born, deadline.gone, deadline.gone_on, deadline.version, deadline.action_id, deadline."on", deadline.due, deadline.precision, deadline.text, deadline.reason, deadline.agreed_meeting_id, deadline.minute, change.actor
FROM deadline JOIN change ON change.id = deadline.born
WHERE deadline.action_id = %(action_id)s::INTEGER AND deadline."on" <= %(as_at)s::DATE AND deadline.born <= %(record)s::INTEGER AND (deadline.born NOT IN (SELECT undone.id
FROM undone)) ORDER BY deadline."on" DESC, deadline.id DESC

-- name: change
SELECT change.id, change.at, change.day, change.actor, change.label, change.undoes
FROM change
WHERE change.id > %(since)s::INTEGER AND change.id <= %(record)s::INTEGER ORDER BY change.id

-- name: difference
SELECT difference.change_id, difference.position, difference.noun, difference.row_id, difference.field, difference.before, difference.after
FROM difference
WHERE difference.change_id > %(since)s::INTEGER AND difference.change_id <= %(record)s::INTEGER ORDER BY difference.change_id, difference.position
