package dev.signalman.feature.locks;

import dev.signalman.domain.NormalizedName;
import dev.signalman.domain.Project;

/**
 * What a lock covers: a promotion of a project, on every branch. Case, and leading, trailing or double spaces in its
 * name do not matter, so no spelling bypasses the lock.
 */
record LockedPromotion(String projectId, String project, String key) {
    private static final int LONGEST = 500;

    static LockedPromotion of(Project project, String promotion) {
        return new LockedPromotion(project.id(), project.name(), key(promotion));
    }

    static String key(String promotion) {
        var plain = NormalizedName.of(promotion);
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }
}
