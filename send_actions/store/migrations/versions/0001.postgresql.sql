CREATE TABLE change (
	id SERIAL NOT NULL,
	at TIMESTAMP WITH TIME ZONE NOT NULL,
	day DATE NOT NULL,
	actor TEXT NOT NULL,
	label TEXT NOT NULL,
	undoes INTEGER,
	CONSTRAINT change_key PRIMARY KEY (id),
	CONSTRAINT change_undoes_of_change FOREIGN KEY(undoes) REFERENCES change (id)
);
CREATE INDEX change_day ON change (day);
CREATE INDEX change_undoes ON change (undoes);
CREATE TABLE difference (
	change_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	noun TEXT NOT NULL,
	row_id INTEGER NOT NULL,
	field VARCHAR,
	before TEXT,
	after TEXT,
	CONSTRAINT difference_key PRIMARY KEY (change_id, position),
	CONSTRAINT difference_change_id_of_change FOREIGN KEY(change_id) REFERENCES change (id)
);
CREATE INDEX difference_edit ON difference (change_id, position) WHERE field IS NOT NULL;
CREATE INDEX difference_row ON difference (noun, row_id);
CREATE TABLE import_mapping (
	id SERIAL NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	name TEXT NOT NULL,
	mapping TEXT NOT NULL,
	CONSTRAINT import_mapping_key PRIMARY KEY (id),
	CONSTRAINT import_mapping_born_of_change FOREIGN KEY(born) REFERENCES change (id),
	CONSTRAINT import_mapping_gone_of_change FOREIGN KEY(gone) REFERENCES change (id)
);
CREATE INDEX import_mapping_born ON import_mapping (born);
CREATE TABLE imported_file (
	id SERIAL NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	"on" DATE NOT NULL,
	name TEXT NOT NULL,
	digest TEXT NOT NULL,
	CONSTRAINT imported_file_key PRIMARY KEY (id),
	CONSTRAINT imported_file_born_of_change FOREIGN KEY(born) REFERENCES change (id),
	CONSTRAINT imported_file_gone_of_change FOREIGN KEY(gone) REFERENCES change (id)
);
CREATE INDEX imported_file_born ON imported_file (born);
CREATE TABLE legend (
	id SERIAL NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	"on" DATE NOT NULL,
	status VARCHAR(32) NOT NULL,
	colour TEXT NOT NULL,
	word TEXT NOT NULL,
	definition TEXT NOT NULL,
	used BOOLEAN NOT NULL,
	CONSTRAINT legend_key PRIMARY KEY (id),
	CONSTRAINT legend_born_of_change FOREIGN KEY(born) REFERENCES change (id),
	CONSTRAINT legend_gone_of_change FOREIGN KEY(gone) REFERENCES change (id),
	CONSTRAINT legend_status_known CHECK (status IN ('off-track', 'at-risk', 'not-started', 'on-track', 'complete', 'embedded', 'on-hold', 'withdrawn'))
);
CREATE INDEX legend_born ON legend (born);
CREATE UNIQUE INDEX legend_status_living ON legend (status) WHERE gone IS NULL;
CREATE TABLE meeting (
	id SERIAL NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	listed_on DATE NOT NULL,
	"on" DATE NOT NULL,
	series TEXT NOT NULL,
	returns_due DATE,
	papers_due DATE,
	record_issued INTEGER,
	CONSTRAINT meeting_key PRIMARY KEY (id),
	CONSTRAINT meeting_born_of_change FOREIGN KEY(born) REFERENCES change (id),
	CONSTRAINT meeting_gone_of_change FOREIGN KEY(gone) REFERENCES change (id)
);
CREATE INDEX meeting_born ON meeting (born);
CREATE TABLE owner (
	id SERIAL NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	role TEXT NOT NULL,
	organisation TEXT NOT NULL,
	name TEXT NOT NULL,
	email TEXT NOT NULL,
	deputy TEXT NOT NULL,
	away_until DATE,
	CONSTRAINT owner_key PRIMARY KEY (id),
	CONSTRAINT owner_born_of_change FOREIGN KEY(born) REFERENCES change (id),
	CONSTRAINT owner_gone_of_change FOREIGN KEY(gone) REFERENCES change (id)
);
CREATE INDEX owner_born ON owner (born);
CREATE TABLE plan (
	id SERIAL NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	title TEXT NOT NULL,
	partnership TEXT NOT NULL,
	main_series TEXT NOT NULL,
	today DATE,
	terms TEXT NOT NULL,
	signs_off_from DATE,
	CONSTRAINT plan_key PRIMARY KEY (id),
	CONSTRAINT plan_born_of_change FOREIGN KEY(born) REFERENCES change (id),
	CONSTRAINT plan_gone_of_change FOREIGN KEY(gone) REFERENCES change (id)
);
CREATE INDEX plan_born ON plan (born);
CREATE TABLE saved_view (
	id SERIAL NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	name TEXT NOT NULL,
	filter TEXT NOT NULL,
	CONSTRAINT saved_view_key PRIMARY KEY (id),
	CONSTRAINT saved_view_born_of_change FOREIGN KEY(born) REFERENCES change (id),
	CONSTRAINT saved_view_gone_of_change FOREIGN KEY(gone) REFERENCES change (id)
);
CREATE INDEX saved_view_born ON saved_view (born);
CREATE TABLE source (
	id SERIAL NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	"on" DATE NOT NULL,
	kind VARCHAR(32) NOT NULL,
	title TEXT NOT NULL,
	author TEXT NOT NULL,
	CONSTRAINT source_key PRIMARY KEY (id),
	CONSTRAINT source_born_of_change FOREIGN KEY(born) REFERENCES change (id),
	CONSTRAINT source_gone_of_change FOREIGN KEY(gone) REFERENCES change (id),
	CONSTRAINT source_sourcekind_known CHECK (kind IN ('inspection-letter', 'peer-review', 'diagnostic', 'self-evaluation'))
);
CREATE INDEX source_born ON source (born);
CREATE TABLE area (
	id SERIAL NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	"on" DATE NOT NULL,
	number TEXT NOT NULL,
	title TEXT NOT NULL,
	outcome TEXT NOT NULL,
	theme TEXT NOT NULL,
	headline TEXT NOT NULL,
	lead_id INTEGER,
	exempt BOOLEAN NOT NULL,
	CONSTRAINT area_key PRIMARY KEY (id),
	CONSTRAINT area_born_of_change FOREIGN KEY(born) REFERENCES change (id),
	CONSTRAINT area_gone_of_change FOREIGN KEY(gone) REFERENCES change (id),
	CONSTRAINT area_lead_id_of_owner FOREIGN KEY(lead_id) REFERENCES owner (id)
);
CREATE INDEX area_born ON area (born);
CREATE UNIQUE INDEX area_number_living ON area (number) WHERE gone IS NULL;
CREATE TABLE finding (
	id SERIAL NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	source_id INTEGER NOT NULL,
	kind VARCHAR(32) NOT NULL,
	text TEXT NOT NULL,
	place TEXT NOT NULL,
	CONSTRAINT finding_key PRIMARY KEY (id),
	CONSTRAINT finding_born_of_change FOREIGN KEY(born) REFERENCES change (id),
	CONSTRAINT finding_gone_of_change FOREIGN KEY(gone) REFERENCES change (id),
	CONSTRAINT finding_source_id_of_source FOREIGN KEY(source_id) REFERENCES source (id),
	CONSTRAINT finding_findingkind_known CHECK (kind IN ('strength', 'area-for-improvement', 'recommendation'))
);
CREATE INDEX finding_born ON finding (born);
CREATE INDEX finding_source_id ON finding (source_id);
CREATE TABLE paper (
	id SERIAL NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	"on" DATE NOT NULL,
	kind TEXT NOT NULL,
	as_at DATE NOT NULL,
	record INTEGER NOT NULL,
	audience TEXT NOT NULL,
	meeting_id INTEGER,
	digest TEXT NOT NULL,
	CONSTRAINT paper_key PRIMARY KEY (id),
	CONSTRAINT paper_born_of_change FOREIGN KEY(born) REFERENCES change (id),
	CONSTRAINT paper_gone_of_change FOREIGN KEY(gone) REFERENCES change (id),
	CONSTRAINT paper_meeting_id_of_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);
CREATE INDEX paper_born ON paper (born);
CREATE TABLE action (
	id SERIAL NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	"on" DATE NOT NULL,
	ref TEXT NOT NULL,
	area_id INTEGER NOT NULL,
	title TEXT NOT NULL,
	success_measure TEXT NOT NULL,
	lead_id INTEGER,
	sro_id INTEGER,
	partners TEXT NOT NULL,
	start DATE,
	exempt BOOLEAN NOT NULL,
	CONSTRAINT action_key PRIMARY KEY (id),
	CONSTRAINT action_born_of_change FOREIGN KEY(born) REFERENCES change (id),
	CONSTRAINT action_gone_of_change FOREIGN KEY(gone) REFERENCES change (id),
	CONSTRAINT action_area_id_of_area FOREIGN KEY(area_id) REFERENCES area (id),
	CONSTRAINT action_lead_id_of_owner FOREIGN KEY(lead_id) REFERENCES owner (id),
	CONSTRAINT action_sro_id_of_owner FOREIGN KEY(sro_id) REFERENCES owner (id)
);
CREATE INDEX action_area_id ON action (area_id);
CREATE INDEX action_born ON action (born);
CREATE UNIQUE INDEX action_ref_living ON action (ref) WHERE gone IS NULL;
CREATE TABLE finding_area (
	id SERIAL NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	"on" DATE NOT NULL,
	finding_id INTEGER NOT NULL,
	area_id INTEGER NOT NULL,
	CONSTRAINT finding_area_key PRIMARY KEY (id),
	CONSTRAINT finding_area_born_of_change FOREIGN KEY(born) REFERENCES change (id),
	CONSTRAINT finding_area_gone_of_change FOREIGN KEY(gone) REFERENCES change (id),
	CONSTRAINT finding_area_finding_id_of_finding FOREIGN KEY(finding_id) REFERENCES finding (id),
	CONSTRAINT finding_area_area_id_of_area FOREIGN KEY(area_id) REFERENCES area (id)
);
CREATE INDEX finding_area_born ON finding_area (born);
CREATE INDEX finding_area_finding_id ON finding_area (finding_id);
CREATE TABLE judgement (
	id SERIAL NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	area_id INTEGER NOT NULL,
	"on" DATE NOT NULL,
	status VARCHAR(32) NOT NULL,
	reason TEXT NOT NULL,
	CONSTRAINT judgement_key PRIMARY KEY (id),
	CONSTRAINT judgement_born_of_change FOREIGN KEY(born) REFERENCES change (id),
	CONSTRAINT judgement_gone_of_change FOREIGN KEY(gone) REFERENCES change (id),
	CONSTRAINT judgement_area_id_of_area FOREIGN KEY(area_id) REFERENCES area (id),
	CONSTRAINT judgement_status_known CHECK (status IN ('off-track', 'at-risk', 'not-started', 'on-track', 'complete', 'embedded', 'on-hold', 'withdrawn'))
);
CREATE INDEX judgement_area_id ON judgement (area_id);
CREATE INDEX judgement_born ON judgement (born);
CREATE TABLE measure (
	id SERIAL NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	"on" DATE NOT NULL,
	title TEXT NOT NULL,
	unit TEXT NOT NULL,
	better VARCHAR(32) NOT NULL,
	area_id INTEGER,
	baseline FLOAT,
	baseline_period TEXT NOT NULL,
	target FLOAT,
	target_by DATE,
	definition TEXT NOT NULL,
	CONSTRAINT measure_key PRIMARY KEY (id),
	CONSTRAINT measure_born_of_change FOREIGN KEY(born) REFERENCES change (id),
	CONSTRAINT measure_gone_of_change FOREIGN KEY(gone) REFERENCES change (id),
	CONSTRAINT measure_better_known CHECK (better IN ('higher', 'lower', 'neither')),
	CONSTRAINT measure_area_id_of_area FOREIGN KEY(area_id) REFERENCES area (id)
);
CREATE INDEX measure_born ON measure (born);
CREATE TABLE action_dependency (
	id SERIAL NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	"on" DATE NOT NULL,
	action_id INTEGER NOT NULL,
	needs_id INTEGER NOT NULL,
	CONSTRAINT action_dependency_key PRIMARY KEY (id),
	CONSTRAINT action_dependency_born_of_change FOREIGN KEY(born) REFERENCES change (id),
	CONSTRAINT action_dependency_gone_of_change FOREIGN KEY(gone) REFERENCES change (id),
	CONSTRAINT action_dependency_action_id_of_action FOREIGN KEY(action_id) REFERENCES action (id),
	CONSTRAINT action_dependency_needs_id_of_action FOREIGN KEY(needs_id) REFERENCES action (id)
);
CREATE INDEX action_dependency_action_id ON action_dependency (action_id);
CREATE INDEX action_dependency_born ON action_dependency (born);
CREATE TABLE action_measure (
	id SERIAL NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	"on" DATE NOT NULL,
	action_id INTEGER NOT NULL,
	measure_id INTEGER NOT NULL,
	CONSTRAINT action_measure_key PRIMARY KEY (id),
	CONSTRAINT action_measure_born_of_change FOREIGN KEY(born) REFERENCES change (id),
	CONSTRAINT action_measure_gone_of_change FOREIGN KEY(gone) REFERENCES change (id),
	CONSTRAINT action_measure_action_id_of_action FOREIGN KEY(action_id) REFERENCES action (id),
	CONSTRAINT action_measure_measure_id_of_measure FOREIGN KEY(measure_id) REFERENCES measure (id)
);
CREATE INDEX action_measure_action_id ON action_measure (action_id);
CREATE INDEX action_measure_born ON action_measure (born);
CREATE TABLE action_support (
	id SERIAL NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	"on" DATE NOT NULL,
	action_id INTEGER NOT NULL,
	area_id INTEGER NOT NULL,
	CONSTRAINT action_support_key PRIMARY KEY (id),
	CONSTRAINT action_support_born_of_change FOREIGN KEY(born) REFERENCES change (id),
	CONSTRAINT action_support_gone_of_change FOREIGN KEY(gone) REFERENCES change (id),
	CONSTRAINT action_support_action_id_of_action FOREIGN KEY(action_id) REFERENCES action (id),
	CONSTRAINT action_support_area_id_of_area FOREIGN KEY(area_id) REFERENCES area (id)
);
CREATE INDEX action_support_action_id ON action_support (action_id);
CREATE INDEX action_support_born ON action_support (born);
CREATE TABLE chase (
	id SERIAL NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	meeting_id INTEGER NOT NULL,
	owner_id INTEGER,
	action_id INTEGER,
	asked_on DATE,
	chased_on DATE,
	answered_on DATE,
	CONSTRAINT chase_key PRIMARY KEY (id),
	CONSTRAINT chase_born_of_change FOREIGN KEY(born) REFERENCES change (id),
	CONSTRAINT chase_gone_of_change FOREIGN KEY(gone) REFERENCES change (id),
	CONSTRAINT chase_meeting_id_of_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id),
	CONSTRAINT chase_owner_id_of_owner FOREIGN KEY(owner_id) REFERENCES owner (id),
	CONSTRAINT chase_action_id_of_action FOREIGN KEY(action_id) REFERENCES action (id)
);
CREATE INDEX chase_born ON chase (born);
CREATE INDEX chase_meeting_id ON chase (meeting_id);
CREATE TABLE comparator (
	id SERIAL NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	measure_id INTEGER NOT NULL,
	kind VARCHAR(32) NOT NULL,
	value FLOAT NOT NULL,
	period TEXT NOT NULL,
	source TEXT NOT NULL,
	CONSTRAINT comparator_key PRIMARY KEY (id),
	CONSTRAINT comparator_born_of_change FOREIGN KEY(born) REFERENCES change (id),
	CONSTRAINT comparator_gone_of_change FOREIGN KEY(gone) REFERENCES change (id),
	CONSTRAINT comparator_measure_id_of_measure FOREIGN KEY(measure_id) REFERENCES measure (id),
	CONSTRAINT comparator_comparatorkind_known CHECK (kind IN ('national', 'neighbours', 'region'))
);
CREATE INDEX comparator_born ON comparator (born);
CREATE INDEX comparator_measure_id ON comparator (measure_id);
CREATE TABLE deadline (
	id SERIAL NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	action_id INTEGER NOT NULL,
	"on" DATE NOT NULL,
	due DATE,
	precision VARCHAR(32) NOT NULL,
	text TEXT NOT NULL,
	reason TEXT NOT NULL,
	agreed_meeting_id INTEGER,
	minute TEXT NOT NULL,
	CONSTRAINT deadline_key PRIMARY KEY (id),
	CONSTRAINT deadline_born_of_change FOREIGN KEY(born) REFERENCES change (id),
	CONSTRAINT deadline_gone_of_change FOREIGN KEY(gone) REFERENCES change (id),
	CONSTRAINT deadline_action_id_of_action FOREIGN KEY(action_id) REFERENCES action (id),
	CONSTRAINT deadline_precision_known CHECK (precision IN ('day', 'month', 'quarter', 'term', 'ongoing', 'unclear')),
	CONSTRAINT deadline_agreed_meeting_id_of_meeting FOREIGN KEY(agreed_meeting_id) REFERENCES meeting (id)
);
CREATE INDEX deadline_born ON deadline (born);
CREATE INDEX deadline_said ON deadline (action_id, "on", id, born);
CREATE TABLE evidence (
	id SERIAL NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	"on" DATE NOT NULL,
	kind VARCHAR(32) NOT NULL,
	title TEXT NOT NULL,
	shows TEXT NOT NULL,
	place TEXT NOT NULL,
	action_id INTEGER,
	area_id INTEGER,
	exempt BOOLEAN NOT NULL,
	CONSTRAINT evidence_key PRIMARY KEY (id),
	CONSTRAINT evidence_born_of_change FOREIGN KEY(born) REFERENCES change (id),
	CONSTRAINT evidence_gone_of_change FOREIGN KEY(gone) REFERENCES change (id),
	CONSTRAINT evidence_evidencekind_known CHECK (kind IN ('data', 'audit', 'voice', 'document')),
	CONSTRAINT evidence_action_id_of_action FOREIGN KEY(action_id) REFERENCES action (id),
	CONSTRAINT evidence_area_id_of_area FOREIGN KEY(area_id) REFERENCES area (id)
);
CREATE INDEX evidence_born ON evidence (born);
CREATE TABLE milestone (
	id SERIAL NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	measure_id INTEGER NOT NULL,
	by DATE NOT NULL,
	value FLOAT NOT NULL,
	CONSTRAINT milestone_key PRIMARY KEY (id),
	CONSTRAINT milestone_born_of_change FOREIGN KEY(born) REFERENCES change (id),
	CONSTRAINT milestone_gone_of_change FOREIGN KEY(gone) REFERENCES change (id),
	CONSTRAINT milestone_measure_id_of_measure FOREIGN KEY(measure_id) REFERENCES measure (id)
);
CREATE INDEX milestone_born ON milestone (born);
CREATE INDEX milestone_measure_id ON milestone (measure_id);
CREATE TABLE minute (
	id SERIAL NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	meeting_id INTEGER NOT NULL,
	kind VARCHAR(32) NOT NULL,
	text TEXT NOT NULL,
	action_id INTEGER,
	area_id INTEGER,
	owner_id INTEGER,
	due DATE,
	precision VARCHAR(32),
	due_text TEXT NOT NULL,
	answer TEXT NOT NULL,
	answered_on DATE,
	made_action_id INTEGER,
	exempt BOOLEAN NOT NULL,
	CONSTRAINT minute_key PRIMARY KEY (id),
	CONSTRAINT minute_born_of_change FOREIGN KEY(born) REFERENCES change (id),
	CONSTRAINT minute_gone_of_change FOREIGN KEY(gone) REFERENCES change (id),
	CONSTRAINT minute_meeting_id_of_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id),
	CONSTRAINT minute_minutekind_known CHECK (kind IN ('question', 'decision', 'request', 'resolved')),
	CONSTRAINT minute_action_id_of_action FOREIGN KEY(action_id) REFERENCES action (id),
	CONSTRAINT minute_area_id_of_area FOREIGN KEY(area_id) REFERENCES area (id),
	CONSTRAINT minute_owner_id_of_owner FOREIGN KEY(owner_id) REFERENCES owner (id),
	CONSTRAINT minute_precision_known CHECK (precision IN ('day', 'month', 'quarter', 'term', 'ongoing', 'unclear')),
	CONSTRAINT minute_made_action_id_of_action FOREIGN KEY(made_action_id) REFERENCES action (id)
);
CREATE INDEX minute_born ON minute (born);
CREATE INDEX minute_meeting_id ON minute (meeting_id);
CREATE TABLE progress_update (
	id SERIAL NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	action_id INTEGER NOT NULL,
	"on" DATE NOT NULL,
	status VARCHAR(32),
	impact VARCHAR(32),
	note TEXT NOT NULL,
	private_note TEXT NOT NULL,
	ask TEXT NOT NULL,
	path TEXT NOT NULL,
	path_by DATE,
	look_again DATE,
	proof TEXT NOT NULL,
	impact_shown_by TEXT NOT NULL,
	no_change BOOLEAN NOT NULL,
	agreed_meeting_id INTEGER,
	heard VARCHAR(32),
	heard_from TEXT NOT NULL,
	CONSTRAINT progress_update_key PRIMARY KEY (id),
	CONSTRAINT progress_update_born_of_change FOREIGN KEY(born) REFERENCES change (id),
	CONSTRAINT progress_update_gone_of_change FOREIGN KEY(gone) REFERENCES change (id),
	CONSTRAINT progress_update_action_id_of_action FOREIGN KEY(action_id) REFERENCES action (id),
	CONSTRAINT progress_update_status_known CHECK (status IN ('off-track', 'at-risk', 'not-started', 'on-track', 'complete', 'embedded', 'on-hold', 'withdrawn')),
	CONSTRAINT progress_update_impact_known CHECK (impact IN ('too-early', 'none-yet', 'emerging', 'evidenced')),
	CONSTRAINT progress_update_agreed_meeting_id_of_meeting FOREIGN KEY(agreed_meeting_id) REFERENCES meeting (id),
	CONSTRAINT progress_update_heard_known CHECK (heard IN ('return', 'e-mail', 'meeting', 'judgement'))
);
CREATE INDEX progress_update_born ON progress_update (born);
CREATE INDEX progress_update_said ON progress_update (action_id, "on", id, status, impact, born);
CREATE TABLE reading (
	id SERIAL NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	measure_id INTEGER NOT NULL,
	"on" DATE NOT NULL,
	period TEXT NOT NULL,
	value FLOAT NOT NULL,
	note TEXT NOT NULL,
	CONSTRAINT reading_key PRIMARY KEY (id),
	CONSTRAINT reading_born_of_change FOREIGN KEY(born) REFERENCES change (id),
	CONSTRAINT reading_gone_of_change FOREIGN KEY(gone) REFERENCES change (id),
	CONSTRAINT reading_measure_id_of_measure FOREIGN KEY(measure_id) REFERENCES measure (id)
);
CREATE INDEX reading_born ON reading (born);
CREATE INDEX reading_measure_id ON reading (measure_id);
CREATE TABLE step (
	id SERIAL NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	"on" DATE NOT NULL,
	action_id INTEGER NOT NULL,
	words TEXT NOT NULL,
	due DATE,
	precision VARCHAR(32) NOT NULL,
	text TEXT NOT NULL,
	reached_on DATE,
	CONSTRAINT step_key PRIMARY KEY (id),
	CONSTRAINT step_born_of_change FOREIGN KEY(born) REFERENCES change (id),
	CONSTRAINT step_gone_of_change FOREIGN KEY(gone) REFERENCES change (id),
	CONSTRAINT step_action_id_of_action FOREIGN KEY(action_id) REFERENCES action (id),
	CONSTRAINT step_precision_known CHECK (precision IN ('day', 'month', 'quarter', 'term', 'ongoing', 'unclear'))
);
CREATE INDEX step_action_id ON step (action_id);
CREATE INDEX step_born ON step (born);
