-- who broke the glass for a promotion, by name; null when nobody did
ALTER TABLE promotion_record ADD COLUMN alone VARCHAR(512);
