CREATE TABLE change (
	id INTEGER NOT NULL,
	at DATETIME NOT NULL,
	day DATE NOT NULL,
	actor TEXT NOT NULL,
	label TEXT NOT NULL,
	undoes INTEGER,
	PRIMARY KEY (id),
	FOREIGN KEY(undoes) REFERENCES change (id)
);
CREATE INDEX ix_change_day ON change (day);
CREATE INDEX ix_change_undoes ON change (undoes);
CREATE TABLE difference (
	change_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	noun TEXT NOT NULL,
	row_id INTEGER NOT NULL,
	field VARCHAR,
	"before" TEXT,
	"after" TEXT,
	PRIMARY KEY (change_id, position),
	FOREIGN KEY(change_id) REFERENCES change (id)
);
CREATE INDEX difference_row ON difference (noun, row_id);
CREATE TABLE import_mapping (
	id INTEGER NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	name TEXT NOT NULL,
	mapping TEXT NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(born) REFERENCES change (id),
	FOREIGN KEY(gone) REFERENCES change (id)
);
CREATE INDEX ix_import_mapping_born ON import_mapping (born);
CREATE TABLE legend (
	id INTEGER NOT NULL,
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
	PRIMARY KEY (id),
	FOREIGN KEY(born) REFERENCES change (id),
	FOREIGN KEY(gone) REFERENCES change (id),
	CONSTRAINT status CHECK (status IN ('off-track', 'at-risk', 'not-started', 'on-track', 'complete', 'embedded', 'on-hold', 'withdrawn'))
);
CREATE INDEX ix_legend_born ON legend (born);
CREATE UNIQUE INDEX legend_status_living ON legend (status) WHERE gone IS NULL;
CREATE TABLE meeting (
	id INTEGER NOT NULL,
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
	PRIMARY KEY (id),
	FOREIGN KEY(born) REFERENCES change (id),
	FOREIGN KEY(gone) REFERENCES change (id)
);
CREATE INDEX ix_meeting_born ON meeting (born);
CREATE TABLE owner (
	id INTEGER NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	role TEXT NOT NULL,
	organisation TEXT NOT NULL,
	name TEXT NOT NULL,
	email TEXT NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(born) REFERENCES change (id),
	FOREIGN KEY(gone) REFERENCES change (id)
);
CREATE INDEX ix_owner_born ON owner (born);
CREATE TABLE "plan" (
	id INTEGER NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	title TEXT NOT NULL,
	partnership TEXT NOT NULL,
	main_series TEXT NOT NULL,
	today DATE,
	terms TEXT NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(born) REFERENCES change (id),
	FOREIGN KEY(gone) REFERENCES change (id)
);
CREATE INDEX ix_plan_born ON "plan" (born);
CREATE TABLE saved_view (
	id INTEGER NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	name TEXT NOT NULL,
	filter TEXT NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(born) REFERENCES change (id),
	FOREIGN KEY(gone) REFERENCES change (id)
);
CREATE INDEX ix_saved_view_born ON saved_view (born);
CREATE TABLE source (
	id INTEGER NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	"on" DATE NOT NULL,
	kind VARCHAR(32) NOT NULL,
	title TEXT NOT NULL,
	author TEXT NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(born) REFERENCES change (id),
	FOREIGN KEY(gone) REFERENCES change (id),
	CONSTRAINT sourcekind CHECK (kind IN ('inspection-letter', 'peer-review', 'diagnostic', 'self-evaluation'))
);
CREATE INDEX ix_source_born ON source (born);
CREATE TABLE area (
	id INTEGER NOT NULL,
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
	PRIMARY KEY (id),
	FOREIGN KEY(born) REFERENCES change (id),
	FOREIGN KEY(gone) REFERENCES change (id),
	FOREIGN KEY(lead_id) REFERENCES owner (id)
);
CREATE UNIQUE INDEX area_number_living ON area (number) WHERE gone IS NULL;
CREATE INDEX ix_area_born ON area (born);
CREATE TABLE chase (
	id INTEGER NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	meeting_id INTEGER NOT NULL,
	owner_id INTEGER NOT NULL,
	asked_on DATE,
	chased_on DATE,
	answered_on DATE,
	PRIMARY KEY (id),
	FOREIGN KEY(born) REFERENCES change (id),
	FOREIGN KEY(gone) REFERENCES change (id),
	FOREIGN KEY(meeting_id) REFERENCES meeting (id),
	FOREIGN KEY(owner_id) REFERENCES owner (id)
);
CREATE INDEX ix_chase_born ON chase (born);
CREATE INDEX ix_chase_meeting_id ON chase (meeting_id);
CREATE TABLE finding (
	id INTEGER NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	source_id INTEGER NOT NULL,
	kind VARCHAR(32) NOT NULL,
	text TEXT NOT NULL,
	place TEXT NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(born) REFERENCES change (id),
	FOREIGN KEY(gone) REFERENCES change (id),
	FOREIGN KEY(source_id) REFERENCES source (id),
	CONSTRAINT findingkind CHECK (kind IN ('strength', 'area-for-improvement', 'recommendation'))
);
CREATE INDEX ix_finding_born ON finding (born);
CREATE INDEX ix_finding_source_id ON finding (source_id);
CREATE TABLE paper (
	id INTEGER NOT NULL,
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
	PRIMARY KEY (id),
	FOREIGN KEY(born) REFERENCES change (id),
	FOREIGN KEY(gone) REFERENCES change (id),
	FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);
CREATE INDEX ix_paper_born ON paper (born);
CREATE TABLE action (
	id INTEGER NOT NULL,
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
	PRIMARY KEY (id),
	FOREIGN KEY(born) REFERENCES change (id),
	FOREIGN KEY(gone) REFERENCES change (id),
	FOREIGN KEY(area_id) REFERENCES area (id),
	FOREIGN KEY(lead_id) REFERENCES owner (id),
	FOREIGN KEY(sro_id) REFERENCES owner (id)
);
CREATE UNIQUE INDEX action_ref_living ON action (ref) WHERE gone IS NULL;
CREATE INDEX ix_action_area_id ON action (area_id);
CREATE INDEX ix_action_born ON action (born);
CREATE TABLE finding_area (
	id INTEGER NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	"on" DATE NOT NULL,
	finding_id INTEGER NOT NULL,
	area_id INTEGER NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(born) REFERENCES change (id),
	FOREIGN KEY(gone) REFERENCES change (id),
	FOREIGN KEY(finding_id) REFERENCES finding (id),
	FOREIGN KEY(area_id) REFERENCES area (id)
);
CREATE INDEX ix_finding_area_born ON finding_area (born);
CREATE INDEX ix_finding_area_finding_id ON finding_area (finding_id);
CREATE TABLE judgement (
	id INTEGER NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	area_id INTEGER NOT NULL,
	"on" DATE NOT NULL,
	status VARCHAR(32) NOT NULL,
	reason TEXT NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(born) REFERENCES change (id),
	FOREIGN KEY(gone) REFERENCES change (id),
	FOREIGN KEY(area_id) REFERENCES area (id),
	CONSTRAINT status CHECK (status IN ('off-track', 'at-risk', 'not-started', 'on-track', 'complete', 'embedded', 'on-hold', 'withdrawn'))
);
CREATE INDEX ix_judgement_area_id ON judgement (area_id);
CREATE INDEX ix_judgement_born ON judgement (born);
CREATE TABLE measure (
	id INTEGER NOT NULL,
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
	PRIMARY KEY (id),
	FOREIGN KEY(born) REFERENCES change (id),
	FOREIGN KEY(gone) REFERENCES change (id),
	CONSTRAINT better CHECK (better IN ('higher', 'lower', 'neither')),
	FOREIGN KEY(area_id) REFERENCES area (id)
);
CREATE INDEX ix_measure_born ON measure (born);
CREATE TABLE action_dependency (
	id INTEGER NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	"on" DATE NOT NULL,
	action_id INTEGER NOT NULL,
	needs_id INTEGER NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(born) REFERENCES change (id),
	FOREIGN KEY(gone) REFERENCES change (id),
	FOREIGN KEY(action_id) REFERENCES action (id),
	FOREIGN KEY(needs_id) REFERENCES action (id)
);
CREATE INDEX ix_action_dependency_action_id ON action_dependency (action_id);
CREATE INDEX ix_action_dependency_born ON action_dependency (born);
CREATE TABLE action_support (
	id INTEGER NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	"on" DATE NOT NULL,
	action_id INTEGER NOT NULL,
	area_id INTEGER NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(born) REFERENCES change (id),
	FOREIGN KEY(gone) REFERENCES change (id),
	FOREIGN KEY(action_id) REFERENCES action (id),
	FOREIGN KEY(area_id) REFERENCES area (id)
);
CREATE INDEX ix_action_support_action_id ON action_support (action_id);
CREATE INDEX ix_action_support_born ON action_support (born);
CREATE TABLE comparator (
	id INTEGER NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	measure_id INTEGER NOT NULL,
	kind VARCHAR(32) NOT NULL,
	value FLOAT NOT NULL,
	period TEXT NOT NULL,
	source TEXT NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(born) REFERENCES change (id),
	FOREIGN KEY(gone) REFERENCES change (id),
	FOREIGN KEY(measure_id) REFERENCES measure (id),
	CONSTRAINT comparatorkind CHECK (kind IN ('national', 'neighbours', 'region'))
);
CREATE INDEX ix_comparator_born ON comparator (born);
CREATE INDEX ix_comparator_measure_id ON comparator (measure_id);
CREATE TABLE deadline (
	id INTEGER NOT NULL,
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
	PRIMARY KEY (id),
	FOREIGN KEY(born) REFERENCES change (id),
	FOREIGN KEY(gone) REFERENCES change (id),
	FOREIGN KEY(action_id) REFERENCES action (id),
	CONSTRAINT precision CHECK (precision IN ('day', 'month', 'quarter', 'term', 'ongoing', 'unclear')),
	FOREIGN KEY(agreed_meeting_id) REFERENCES meeting (id)
);
CREATE INDEX deadline_said ON deadline (action_id, "on", id, born);
CREATE INDEX ix_deadline_born ON deadline (born);
CREATE TABLE evidence (
	id INTEGER NOT NULL,
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
	PRIMARY KEY (id),
	FOREIGN KEY(born) REFERENCES change (id),
	FOREIGN KEY(gone) REFERENCES change (id),
	CONSTRAINT evidencekind CHECK (kind IN ('data', 'audit', 'voice', 'document')),
	FOREIGN KEY(action_id) REFERENCES action (id),
	FOREIGN KEY(area_id) REFERENCES area (id)
);
CREATE INDEX ix_evidence_born ON evidence (born);
CREATE TABLE milestone (
	id INTEGER NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	measure_id INTEGER NOT NULL,
	"by" DATE NOT NULL,
	value FLOAT NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(born) REFERENCES change (id),
	FOREIGN KEY(gone) REFERENCES change (id),
	FOREIGN KEY(measure_id) REFERENCES measure (id)
);
CREATE INDEX ix_milestone_born ON milestone (born);
CREATE INDEX ix_milestone_measure_id ON milestone (measure_id);
CREATE TABLE minute (
	id INTEGER NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	meeting_id INTEGER NOT NULL,
	kind VARCHAR(32) NOT NULL,
	text TEXT NOT NULL,
	action_id INTEGER,
	area_id INTEGER,
	answer TEXT NOT NULL,
	answered_on DATE,
	exempt BOOLEAN NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(born) REFERENCES change (id),
	FOREIGN KEY(gone) REFERENCES change (id),
	FOREIGN KEY(meeting_id) REFERENCES meeting (id),
	CONSTRAINT minutekind CHECK (kind IN ('question', 'decision', 'request', 'resolved')),
	FOREIGN KEY(action_id) REFERENCES action (id),
	FOREIGN KEY(area_id) REFERENCES area (id)
);
CREATE INDEX ix_minute_born ON minute (born);
CREATE INDEX ix_minute_meeting_id ON minute (meeting_id);
CREATE TABLE progress_update (
	id INTEGER NOT NULL,
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
	path TEXT NOT NULL,
	path_by DATE,
	look_again DATE,
	proof TEXT NOT NULL,
	impact_shown_by TEXT NOT NULL,
	no_change BOOLEAN NOT NULL,
	agreed_meeting_id INTEGER,
	heard VARCHAR(32),
	heard_from TEXT NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(born) REFERENCES change (id),
	FOREIGN KEY(gone) REFERENCES change (id),
	FOREIGN KEY(action_id) REFERENCES action (id),
	CONSTRAINT status CHECK (status IN ('off-track', 'at-risk', 'not-started', 'on-track', 'complete', 'embedded', 'on-hold', 'withdrawn')),
	CONSTRAINT impact CHECK (impact IN ('too-early', 'none-yet', 'emerging', 'evidenced')),
	FOREIGN KEY(agreed_meeting_id) REFERENCES meeting (id),
	CONSTRAINT heard CHECK (heard IN ('return', 'e-mail', 'meeting', 'judgement'))
);
CREATE INDEX ix_progress_update_born ON progress_update (born);
CREATE INDEX progress_update_said ON progress_update (action_id, "on", id, status, impact, born);
CREATE TABLE reading (
	id INTEGER NOT NULL,
	born INTEGER NOT NULL,
	gone INTEGER,
	gone_on DATE,
	version INTEGER NOT NULL,
	measure_id INTEGER NOT NULL,
	"on" DATE NOT NULL,
	period TEXT NOT NULL,
	value FLOAT NOT NULL,
	note TEXT NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(born) REFERENCES change (id),
	FOREIGN KEY(gone) REFERENCES change (id),
	FOREIGN KEY(measure_id) REFERENCES measure (id)
);
CREATE INDEX ix_reading_born ON reading (born);
CREATE INDEX ix_reading_measure_id ON reading (measure_id);
