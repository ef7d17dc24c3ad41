package dev.signalman.dispatch;

import java.util.Optional;

/** The home tabs that people may be looking at. */
@FunctionalInterface
public interface OpenHomeTabs {
    /**
     * What draws somebody's tab once more, so that what they just did is seen there at once; said because of what they did.
     *
     * @return empty when they opened none lately
     */
    Optional<FollowUp> redrawn(String userId);
}
