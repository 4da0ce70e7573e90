-- The reads of a plan, in words that SQLite and PostgreSQL both understand.
--
-- Looking must not pay for writing: `reader` sends these texts straight to the driver. Parameters are scalars:
-- :as_at (date), :record, :since, :most and :action_id (int). $undone, $there, $status, $due and $known are the
-- reads of these names; $table is the name asked for.

-- name: undone
-- Changes taken back within the record: the last undo or redo of each is an undo.
SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL
    AND undo.id <= :record
    AND NOT EXISTS (SELECT 1 FROM change AS redo WHERE redo.undoes = undo.id AND redo.id <= :record)

-- name: there
-- Part of other reads: that an action is there on the date, from its own or from that of its first update.
born <= :record
    AND born NOT IN (SELECT id FROM undone)
    AND (gone_on IS NULL OR gone_on > :as_at OR gone > :record)
    AND ("on" <= :as_at OR EXISTS (
        SELECT 1 FROM progress_update AS u
        WHERE u.action_id = action.id AND u."on" <= :as_at AND u.born <= :record
            AND u.born NOT IN (SELECT id FROM undone)))

-- name: status
-- Part of other reads: the status last said of an action.
SELECT u.status FROM progress_update AS u
WHERE u.action_id = action.id AND u."on" <= :as_at AND u.born <= :record
   AND u.born NOT IN (SELECT id FROM undone) AND u.status IS NOT NULL
ORDER BY u."on" DESC, u.id DESC LIMIT 1

-- name: due
-- Part of other reads: the deadline last said of an action.
SELECT d.id FROM deadline AS d
WHERE d.action_id = action.id AND d."on" <= :as_at AND d.born <= :record
   AND d.born NOT IN (SELECT id FROM undone)
ORDER BY d."on" DESC, d.id DESC LIMIT 1

-- name: latest
SELECT coalesce(max(id), 0) AS record, max(day) AS day FROM change

-- name: later
SELECT count(*) AS many FROM change WHERE day > :as_at

-- name: first day
-- The first day on which there was an area or an action: its own, or that of an update, from which it is there too.
WITH undone AS ($undone)
SELECT min(there."on") AS day
FROM (
    SELECT "on", born FROM area
    UNION ALL SELECT "on", born FROM action
    UNION ALL SELECT "on", born FROM progress_update
) AS there
WHERE there.born <= :record AND there.born NOT IN (SELECT id FROM undone)

-- name: any table
-- Rows retired by the as-at date are left out; `wording` corrects those retired after the record.
WITH undone AS ($undone)
SELECT *
FROM "$table"
WHERE born <= :record
    AND born NOT IN (SELECT id FROM undone)
    AND (gone_on IS NULL OR gone_on > :as_at OR gone > :record)
ORDER BY id

-- name: mappings ever
-- What was kept of the files that were brought in, also by changes that are undone within the record.
WITH undone AS ($undone)
SELECT name, mapping, born, born IN (SELECT id FROM undone) AS undone
FROM import_mapping
WHERE born <= :record
ORDER BY id

-- name: judgement and reading
-- Tables with many rows, filtered by date here; `assemble` decides the dates of the others.
WITH undone AS ($undone)
SELECT *
FROM $table
WHERE born <= :record
    AND born NOT IN (SELECT id FROM undone)
    AND (gone_on IS NULL OR gone_on > :as_at OR gone > :record)
    AND "on" <= :as_at
ORDER BY id

-- name: area
-- Retired areas are read as well: an area lasts as long as there is an action in it.
WITH undone AS ($undone)
SELECT * FROM area WHERE born <= :record AND born NOT IN (SELECT id FROM undone) ORDER BY id

-- name: action
-- Every action there is on the date.
WITH undone AS ($undone)
SELECT *
FROM action
WHERE $there
ORDER BY id

-- name: refs
-- The actions of `action`, each with only what it is chosen by; `one action` has the rest of one.
WITH undone AS ($undone)
SELECT id, ref, area_id, gone, gone_on
FROM action
WHERE $there

-- name: one action
SELECT * FROM action WHERE id = :action_id

-- name: standing
-- The actions of `action`, each with the status, impact and due date last said of it.
WITH undone AS ($undone),
said AS (
    SELECT
        action.*,
        ($status) AS status,
        (SELECT u.impact FROM progress_update AS u
         WHERE u.action_id = action.id AND u."on" <= :as_at AND u.born <= :record
            AND u.born NOT IN (SELECT id FROM undone) AND u.impact IS NOT NULL
         ORDER BY u."on" DESC, u.id DESC LIMIT 1) AS impact,
        ($due) AS deadline_id
    FROM action
    WHERE $there
)
SELECT said.*, deadline.due, deadline.precision, deadline.text
FROM said
LEFT JOIN deadline ON deadline.id = said.deadline_id
ORDER BY said.id

-- name: outline
-- The actions of `action` with as much as the first frame shows: the status and due date last said of each, and
-- the day it was last heard of.
WITH undone AS ($undone),
said AS (
    SELECT
        id, area_id, ref, title, lead_id, exempt, gone, gone_on,
        ($status) AS status,
        (SELECT u."on" FROM progress_update AS u
         WHERE u.action_id = action.id AND u."on" <= :as_at AND u.born <= :record
            AND u.born NOT IN (SELECT id FROM undone)
            AND (u.status IS NOT NULL OR u.impact IS NOT NULL OR u.private_note = '' OR u.no_change
                OR u.path_by IS NOT NULL OR u.look_again IS NOT NULL
                OR u.note || u.ask || u.path || u.proof || u.impact_shown_by <> '')
         ORDER BY u."on" DESC, u.id DESC LIMIT 1) AS updated_on,
        ($due) AS deadline_id
    FROM action
    WHERE $there
)
SELECT
    said.id, area_id, ref, title, lead_id, exempt, said.gone, said.gone_on, status, updated_on,
    deadline.due, deadline.precision, deadline.text
FROM said
LEFT JOIN deadline ON deadline.id = said.deadline_id

-- name: many actions
SELECT count(*) AS many FROM action

-- name: statuses
-- The actions of `action`, each with only its area, whether it is exempt, and the status last said of it.
WITH undone AS ($undone)
SELECT
    id, area_id, exempt, gone, gone_on,
    ($status) AS status
FROM action
WHERE $there

-- name: actions ever
-- Every action that was ever there, retired or not, with as much as a journey shows of it.
WITH undone AS ($undone)
SELECT id, area_id, ref, title, exempt, "on", gone_on
FROM action
WHERE born <= :record AND born NOT IN (SELECT id FROM undone)

-- name: judgements ever
-- Every judgement that was ever said, retired or not, and who entered it.
WITH undone AS ($undone)
SELECT said.id, said.area_id, said."on", said.status, said.reason, said.gone_on, change.actor
FROM judgement AS said
JOIN change ON change.id = said.born
WHERE said.born <= :record AND said.born NOT IN (SELECT id FROM undone)

-- name: statuses said
-- The status that each update says, if any; the day of the first is one from which an action is there.
WITH undone AS ($undone)
SELECT "on", id, action_id, status
FROM progress_update
WHERE "on" <= :as_at AND born <= :record AND born NOT IN (SELECT id FROM undone)

-- name: dues said
-- The due date that each deadline says.
WITH undone AS ($undone)
SELECT "on", id, action_id, due, precision, text
FROM deadline
WHERE "on" <= :as_at AND born <= :record AND born NOT IN (SELECT id FROM undone)

-- name: progress_update
-- All that was said by the date; the domain puts it in order and folds it.
WITH undone AS ($undone)
SELECT
    id, action_id, "on", status, impact, note, private_note, ask, path, path_by, look_again, proof,
    impact_shown_by, no_change, agreed_meeting_id
FROM progress_update
WHERE "on" <= :as_at AND born <= :record AND born NOT IN (SELECT id FROM undone)

-- name: news by return
-- The actions of which returns said more than that all is as it was, and the days.
WITH undone AS ($undone)
SELECT action_id, "on" FROM progress_update
WHERE "on" <= :as_at AND born <= :record AND born NOT IN (SELECT id FROM undone) AND heard = 'return'
    AND (no_change IS NOT TRUE OR impact IS NOT NULL OR note <> '' OR path <> '' OR ask <> '')

-- name: deadline
-- Every due date said by the date: how often it moved follows from all.
WITH undone AS ($undone)
SELECT id, action_id, "on", due, precision, text, reason, agreed_meeting_id, minute
FROM deadline
WHERE "on" <= :as_at AND born <= :record AND born NOT IN (SELECT id FROM undone)

-- name: wording
-- Every edit ever made of a field, with its day, record and whether it is undone within the record.
WITH undone AS ($undone)
SELECT
    difference.noun,
    difference.row_id,
    difference.field,
    difference.before,
    difference.after,
    change.id AS change_id,
    change.day,
    change.id IN (SELECT id FROM undone) AS undone
FROM difference
JOIN change ON change.id = difference.change_id
WHERE difference.field IS NOT NULL
ORDER BY difference.change_id, difference.position

-- name: first_said
-- The day of the first update of each action, within the change that is being made.
SELECT action_id, min("on") AS "on" FROM progress_update WHERE gone IS NULL GROUP BY action_id

-- name: timeline_update
WITH undone AS ($undone)
SELECT said.*, change.actor
FROM progress_update AS said
JOIN change ON change.id = said.born
WHERE said.action_id = :action_id AND said."on" <= :as_at AND said.born <= :record
    AND said.born NOT IN (SELECT id FROM undone)
ORDER BY said."on" DESC, said.id DESC

-- name: timeline_deadline
WITH undone AS ($undone)
SELECT said.*, change.actor
FROM deadline AS said
JOIN change ON change.id = said.born
WHERE said.action_id = :action_id AND said."on" <= :as_at AND said.born <= :record
    AND said.born NOT IN (SELECT id FROM undone)
ORDER BY said."on" DESC, said.id DESC

-- name: deadlines said
-- The deadlines of all actions, newest first.
WITH undone AS ($undone)
SELECT said.*, change.actor
FROM deadline AS said
JOIN change ON change.id = said.born
WHERE said."on" <= :as_at AND said.born <= :record
    AND said.born NOT IN (SELECT id FROM undone)
ORDER BY said."on" DESC, said.id DESC

-- name: many since
-- How many differences came after a record.
SELECT count(*) AS many FROM difference WHERE change_id > :since

-- name: version
-- How often an action was spoken of or edited.
SELECT version FROM action WHERE id = :action_id

-- name: change
SELECT * FROM change WHERE id > :since AND id <= :record ORDER BY id

-- name: first differences
-- The first :most differences of each change, and what must be known to tell them.
WITH told AS (
    SELECT noun, row_id
    FROM difference
    WHERE change_id IN (SELECT id FROM change WHERE id <= :record) AND position < :most
),
$known

-- name: differences of one
-- The differences that speak of an action, and what must be known to tell them. Evidence may go from one action to
-- another, and speaks of each that it was ever for.
WITH told AS (
    SELECT 'action' AS noun, id AS row_id FROM action WHERE id = :action_id
    UNION ALL SELECT 'progress_update', id FROM progress_update WHERE action_id = :action_id
    UNION ALL SELECT 'deadline', id FROM deadline WHERE action_id = :action_id
    UNION ALL SELECT 'step', id FROM step WHERE action_id = :action_id
    UNION ALL SELECT 'action_support', id FROM action_support WHERE action_id = :action_id
    UNION ALL SELECT 'action_dependency', id FROM action_dependency WHERE action_id = :action_id
    UNION ALL SELECT 'action_measure', id FROM action_measure WHERE action_id = :action_id
    UNION ALL SELECT 'minute', id FROM minute WHERE action_id = :action_id
    UNION ALL SELECT 'chase', id FROM chase WHERE action_id = :action_id
    UNION ALL SELECT 'evidence', id FROM evidence WHERE action_id = :action_id
    UNION SELECT noun, row_id
        FROM difference
        WHERE noun = 'evidence' AND field = 'action_id'
            AND (before = CAST(:action_id AS text) OR after = CAST(:action_id AS text))
),
$known

-- name: known
-- Part of other reads: the differences of the rows in `told`, and what must be known to tell them: those of the
-- actions that they belong to, of all that was said of the same, and of whatever else they may name.
said_of AS (
    SELECT s.action_id AS id FROM told JOIN progress_update AS s ON s.id = row_id WHERE noun = 'progress_update'
    UNION SELECT s.action_id FROM told JOIN deadline AS s ON s.id = row_id WHERE noun = 'deadline'
),
moved AS (
    SELECT d.before, d.after
    FROM told
    JOIN difference AS d ON d.noun = told.noun AND d.row_id = told.row_id
    WHERE told.noun = 'evidence' AND d.field = 'action_id'
),
spoken_of AS (
    SELECT id FROM said_of
    UNION SELECT row_id FROM told WHERE noun = 'action'
    UNION SELECT s.action_id FROM told JOIN step AS s ON s.id = row_id WHERE noun = 'step'
    UNION SELECT s.action_id FROM told JOIN action_support AS s ON s.id = row_id WHERE noun = 'action_support'
    UNION SELECT s.action_id FROM told JOIN action_dependency AS s ON s.id = row_id
        WHERE noun = 'action_dependency'
    UNION SELECT s.needs_id FROM told JOIN action_dependency AS s ON s.id = row_id
        WHERE noun = 'action_dependency'
    UNION SELECT s.action_id FROM told JOIN action_measure AS s ON s.id = row_id WHERE noun = 'action_measure'
    UNION SELECT s.action_id FROM told JOIN chase AS s ON s.id = row_id WHERE noun = 'chase'
    UNION SELECT s.action_id FROM told JOIN evidence AS s ON s.id = row_id WHERE noun = 'evidence'
    UNION SELECT s.action_id FROM told JOIN minute AS s ON s.id = row_id WHERE noun = 'minute'
    UNION SELECT CAST(before AS integer) FROM moved
    UNION SELECT CAST(after AS integer) FROM moved
),
known AS (
    SELECT noun, row_id FROM told
    UNION SELECT 'action', id FROM spoken_of
    UNION SELECT 'progress_update', id FROM progress_update WHERE action_id IN (SELECT id FROM said_of)
    UNION SELECT 'deadline', id FROM deadline WHERE action_id IN (SELECT id FROM said_of)
    UNION SELECT noun, row_id FROM difference
        WHERE noun IN ('area', 'finding', 'measure', 'meeting', 'owner', 'source')
)
SELECT difference.*
FROM known
JOIN difference ON difference.noun = known.noun AND difference.row_id = known.row_id
WHERE change_id <= :record
ORDER BY change_id, position

-- name: sizes
-- How many differences each change has, and how many private notes it wrote; an undo has none of its own.
SELECT
    change.id AS change_id,
    (SELECT max(d.position) + 1 FROM difference AS d WHERE d.change_id = change.id) AS many,
    (SELECT count(*) FROM progress_update AS u WHERE u.born = change.id AND u.private_note <> '') AS private
FROM change
WHERE change.id <= :record AND change.undoes IS NULL

-- name: difference
SELECT *
FROM difference
WHERE change_id > :since AND change_id <= :record
ORDER BY change_id, position

-- name: differences of change
-- The first :most differences of one change, each with how many the change has.
SELECT difference.*, (SELECT max(position) + 1 FROM difference WHERE change_id = :record) AS many
FROM difference
WHERE change_id = :record AND position < :most
ORDER BY position

-- name: exempt
-- What is exempt as last known, also of what was retired since, for what was said of it may still be there.
SELECT 'area' AS noun, id FROM area WHERE exempt
UNION ALL SELECT 'action', id FROM action WHERE exempt OR area_id IN (SELECT id FROM area WHERE exempt)
UNION ALL SELECT 'minute', id FROM minute WHERE exempt
UNION ALL SELECT 'evidence', id FROM evidence WHERE exempt

-- name: last names
-- Every owner as last known, also those who were retired.
SELECT id, role, organisation, name FROM owner ORDER BY id

-- name: former names
-- The names that owners bore before and after each change of one, as JSON, the latest first.
SELECT row_id, after, before
FROM difference
WHERE noun = 'owner' AND field = 'name'
ORDER BY change_id DESC, position
