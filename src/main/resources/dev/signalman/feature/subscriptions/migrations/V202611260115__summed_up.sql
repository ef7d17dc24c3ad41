-- whether the pipeline was but counted in a message of many, and has no card in the channel
ALTER TABLE announced ADD COLUMN summed BOOLEAN DEFAULT FALSE NOT NULL;
