-- Replaced by own_account, which every feature reads.
DROP TABLE notification_account;
