-- who opened their tab, and when, is now told by the wake of a key
DROP TABLE home_visit;
