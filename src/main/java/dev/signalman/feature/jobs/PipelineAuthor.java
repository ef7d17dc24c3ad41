package dev.signalman.feature.jobs;

import dev.signalman.card.Text;
import dev.signalman.chat.MessengerException;
import dev.signalman.chat.People;
import dev.signalman.domain.Person;
import dev.signalman.domain.Pipeline;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who started a pipeline, as a person in Slack: a full member is mentioned, anybody else is named. */
final class PipelineAuthor {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineAuthor.class);

    private final People people;

    @Inject
    PipelineAuthor(People people) {
        this.people = people;
    }

    /**
     * How a person is addressed.
     *
     * @param userId a full member's id; null for anybody else
     * @param name empty when unknown
     */
    record Author(@Nullable String userId, String name) {
        static final Author UNKNOWN = new Author(null, "");

        /** The beginning of a line about them; empty for nobody. */
        Text address() {
            if (name.isEmpty()) {
                return Text.empty();
            }
            var addressed =
                    userId == null ? Text.empty().bold(name) : Text.empty().mention(userId, name);
            return addressed.plain(": ");
        }

        /** The beginning of a sentence about them. */
        String spoken() {
            return name.isEmpty() ? "" : name + ": ";
        }
    }

    /**
     * The author of a pipeline.
     *
     * @param email from a notification; null when unknown
     * @param last whether to go on without Slack when it does not answer
     * @throws MessengerException when Slack does not answer and this is not the last attempt
     */
    Author of(Pipeline pipeline, @Nullable String email, boolean last) {
        var login = pipeline.trigger().author();
        var known = new Author(null, login == null ? "" : login);
        return email == null
                ? known
                : find(email, last)
                        .map(person -> new Author(person.fullMember() ? person.userId() : null, person.name()))
                        .orElse(known);
    }

    private Optional<Person> find(String email, boolean last) {
        try {
            return people.withEmail(email);
        } catch (MessengerException silent) {
            var passing = silent.kind().passing();
            if (passing && !last) {
                throw silent;
            }
            LOG.warn(
                    "Slack didn't return the author of a failed pipeline, so nobody is mentioned: {}",
                    silent.getMessage());
            return Optional.empty();
        }
    }
}
