-- when an approved request goes; null for at once, or after a freeze whose end is not known
ALTER TABLE approval_request ADD COLUMN goes_at TIMESTAMP(6) WITH TIME ZONE;
