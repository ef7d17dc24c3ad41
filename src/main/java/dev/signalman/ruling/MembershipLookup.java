package dev.signalman.ruling;

import dev.signalman.chat.MessengerException;
import dev.signalman.chat.People;
import jakarta.inject.Inject;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out whether a person is in a list of users and user groups. */
public final class MembershipLookup {
    private static final Logger LOG = LoggerFactory.getLogger(MembershipLookup.class);

    private final People people;

    @Inject
    public MembershipLookup(People people) {
        this.people = people;
    }

    /**
     * Whether the list names the person, or a group that contains the person.
     *
     * @param ids of people and user groups; empty for nobody
     */
    public Membership of(String userId, List<String> ids) {
        if (ids.contains(userId)) {
            return Membership.IN;
        }
        var silent = false;
        for (var group : ids) {
            if (group.startsWith("S")) {
                try {
                    if (people.inGroup(userId, group)) {
                        return Membership.IN;
                    }
                } catch (MessengerException failure) {
                    LOG.warn(
                            "Slack didn't return the members of group {}, so nobody counts as one: {}",
                            group,
                            failure.kind());
                    silent = true;
                }
            }
        }
        return silent ? Membership.UNKNOWN : Membership.OUT;
    }
}
