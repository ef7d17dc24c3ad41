-- The deploy that waits at the gate for a request; null for a promotion that is yet to be made. gate_people are ids of the Slack
-- accounts that may have started it, separated by spaces.
ALTER TABLE approval_request ADD COLUMN gate_pipeline VARCHAR(64);
ALTER TABLE approval_request ADD COLUMN gate_workflow VARCHAR(64);
ALTER TABLE approval_request ADD COLUMN gate_file VARCHAR(4000);
ALTER TABLE approval_request ADD COLUMN gate_how VARCHAR(4000);
ALTER TABLE approval_request ADD COLUMN gate_people VARCHAR(4000);
ALTER TABLE approval_request ADD COLUMN gate_person BOOLEAN;
CREATE UNIQUE INDEX approval_request_gate ON approval_request (gate_pipeline);
