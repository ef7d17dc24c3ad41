package dev.signalman.feature.linking;

import dev.signalman.chat.People;
import dev.signalman.domain.Person.Standing;
import dev.signalman.port.Chore;
import jakarta.inject.Inject;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes the tokens of people whose Slack account was deactivated, since they cannot say {@code unlink} any more. */
final class LinkedTokenCleanup implements Chore {
    private static final Logger LOG = LoggerFactory.getLogger(LinkedTokenCleanup.class);

    private final LinkedTokenStore links;
    private final People people;

    @Inject
    LinkedTokenCleanup(LinkedTokenStore links, People people) {
        this.links = links;
        this.people = people;
    }

    @Override
    public String name() {
        return "tokens-of-leavers";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public void run() {
        for (var link : links.all()) {
            if (people.find(link.owner().user()).standing() == Standing.DEACTIVATED) {
                links.drop(link.id());
                LOG.info("Deleted the linked token of a deactivated person: {}", link.id());
            }
        }
    }
}
