-- The reads of a plan, in words that SQLite and PostgreSQL both understand.
--
-- Looking must not pay for writing: `reader` sends these texts straight to the driver. Parameters are scalars:
-- :as_at (date), :record, :since and :action_id (int). $undone is the first read; $table is the name asked for.

-- name: undone
-- Changes taken back within the record: the last undo or redo of each is an undo.
SELECT undo.undoes AS id
FROM change AS undo
WHERE undo.undoes IS NOT NULL
    AND undo.id <= :record
    AND NOT EXISTS (SELECT 1 FROM change AS redo WHERE redo.undoes = undo.id AND redo.id <= :record)

-- name: latest
SELECT coalesce(max(id), 0) AS record, max(day) AS day FROM change

-- name: later
SELECT count(*) AS many FROM change WHERE day > :as_at

-- name: any table
-- Rows retired by the as-at date are left out; `wording` corrects those retired after the record.
WITH undone AS ($undone)
SELECT *
FROM "$table"
WHERE born <= :record
    AND born NOT IN (SELECT id FROM undone)
    AND (gone_on IS NULL OR gone_on > :as_at OR gone > :record)
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
-- Every action there is on the date, with what was last said of its status and impact, and its newest note. What
-- is public of an update is said in the domain by PUBLIC_FIELDS.
WITH undone AS ($undone),
said AS (
    SELECT
        action.*,
        (SELECT u.id FROM progress_update AS u
         WHERE u.action_id = action.id AND u."on" <= :as_at AND u.born <= :record
            AND u.born NOT IN (SELECT id FROM undone) AND u.status IS NOT NULL
         ORDER BY u."on" DESC, u.id DESC LIMIT 1) AS status_id,
        (SELECT u.id FROM progress_update AS u
         WHERE u.action_id = action.id AND u."on" <= :as_at AND u.born <= :record
            AND u.born NOT IN (SELECT id FROM undone) AND u.impact IS NOT NULL
         ORDER BY u."on" DESC, u.id DESC LIMIT 1) AS impact_id,
        (SELECT u.id FROM progress_update AS u
         WHERE u.action_id = action.id AND u."on" <= :as_at AND u.born <= :record
            AND u.born NOT IN (SELECT id FROM undone) AND u.note <> ''
         ORDER BY u."on" DESC, u.id DESC LIMIT 1) AS note_id,
        (SELECT u."on" FROM progress_update AS u
         WHERE u.action_id = action.id AND u."on" <= :as_at AND u.born <= :record
            AND u.born NOT IN (SELECT id FROM undone)
            AND (u.private_note = '' OR u.status IS NOT NULL OR u.impact IS NOT NULL OR u.no_change
                OR u.note <> '' OR u.ask <> '' OR u.path <> '' OR u.path_by IS NOT NULL OR u.look_again IS NOT NULL
                OR u.proof <> '' OR u.impact_shown_by <> '')
         ORDER BY u."on" DESC, u.id DESC LIMIT 1) AS updated_on
    FROM action
    WHERE born <= :record
        AND born NOT IN (SELECT id FROM undone)
        AND (gone_on IS NULL OR gone_on > :as_at OR gone > :record)
        AND (action."on" <= :as_at OR EXISTS (
            SELECT 1 FROM progress_update AS u
            WHERE u.action_id = action.id AND u."on" <= :as_at AND u.born <= :record
                AND u.born NOT IN (SELECT id FROM undone)))
)
SELECT
    said.*,
    (SELECT earlier.status FROM progress_update AS earlier
     WHERE earlier.action_id = said.id AND earlier."on" <= :as_at AND earlier.born <= :record
        AND earlier.born NOT IN (SELECT id FROM undone)
        AND earlier.status IS NOT NULL AND earlier.status <> status_said.status
     ORDER BY earlier."on" DESC, earlier.id DESC LIMIT 1) AS was,
    impact_said.impact,
    impact_said.impact_shown_by,
    note_said.note,
    note_said."on" AS note_on
FROM said
LEFT JOIN progress_update AS status_said ON status_said.id = said.status_id
LEFT JOIN progress_update AS impact_said ON impact_said.id = said.impact_id
LEFT JOIN progress_update AS note_said ON note_said.id = said.note_id
ORDER BY said.id

-- name: run
-- What was said of each action since a status other than the present one was last said. The limits keep a
-- planner from working out status and start of the run anew for every update.
WITH undone AS ($undone),
present AS (
    SELECT
        action.id,
        (SELECT now.status FROM progress_update AS now
         WHERE now.action_id = action.id AND now."on" <= :as_at AND now.born <= :record
            AND now.born NOT IN (SELECT id FROM undone) AND now.status IS NOT NULL
         ORDER BY now."on" DESC, now.id DESC LIMIT 1) AS status
    FROM action
    WHERE action.born <= :record AND action.born NOT IN (SELECT id FROM undone)
    LIMIT 9223372036854775807 OFFSET 0
),
run AS (
    SELECT
        present.id,
        (SELECT earlier.id FROM progress_update AS earlier
         WHERE earlier.action_id = present.id AND earlier."on" <= :as_at AND earlier.born <= :record
            AND earlier.born NOT IN (SELECT id FROM undone)
            AND earlier.status IS NOT NULL AND earlier.status <> present.status
         ORDER BY earlier."on" DESC, earlier.id DESC LIMIT 1) AS before_id
    FROM present
    LIMIT 9223372036854775807 OFFSET 0
)
SELECT u.*
FROM run
JOIN progress_update AS u ON u.action_id = run.id
LEFT JOIN progress_update AS last ON last.id = run.before_id
WHERE u."on" <= :as_at
    AND u.born <= :record
    AND u.born NOT IN (SELECT id FROM undone)
    AND (last.id IS NULL OR u."on" > last."on" OR u."on" = last."on" AND u.id > last.id)
ORDER BY u.action_id, u."on", u.id

-- name: deadline
-- Every due date said by the date, each action's in order: how often it moved follows from all.
WITH undone AS ($undone)
SELECT *
FROM deadline
WHERE "on" <= :as_at AND born <= :record AND born NOT IN (SELECT id FROM undone)
ORDER BY action_id, "on", id

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

-- name: change
SELECT * FROM change WHERE id > :since AND id <= :record ORDER BY id

-- name: difference
SELECT *
FROM difference
WHERE change_id > :since AND change_id <= :record
ORDER BY change_id, position
