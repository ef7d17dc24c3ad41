-- Whether the author of a failure is mentioned; those who subscribed before are told like everybody else.
ALTER TABLE subscription ADD COLUMN mention BOOLEAN DEFAULT TRUE NOT NULL;
