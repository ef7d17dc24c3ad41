package dev.signalman.feature.locks;

import dev.signalman.domain.NormalizedName;
import dev.signalman.domain.Project;

/**
 * What is locked: a promotion of a project, on whatever branch. No way of writing the promotion's name leads past it: neither case
 * nor spaces at its ends or doubled ones count.
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
