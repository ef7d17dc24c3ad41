package dev.signalman.feature.jobs;

import dev.signalman.card.Text;
import dev.signalman.dispatch.MessengerException;
import dev.signalman.dispatch.People;
import dev.signalman.domain.Person;
import dev.signalman.domain.Pipeline;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who set off a pipeline, as Slack knows them: a full member is mentioned, everybody else is named. */
final class PipelineAuthor {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineAuthor.class);

    private final People people;

    @Inject
    PipelineAuthor(People people) {
        this.people = people;
    }

    /**
     * How somebody is addressed.
     *
     * @param userId of a full member; null of anybody else
     * @param name empty when nobody is known
     */
    record Author(@Nullable String userId, String name) {
        /** Nobody. */
        static final Author UNKNOWN = new Author(null, "");

        /** What a line about them begins with; nothing for nobody. */
        Text address() {
            if (name.isEmpty()) {
                return Text.empty();
            }
            var addressed =
                    userId == null ? Text.empty().bold(name) : Text.empty().mention(userId, name);
            return addressed.plain(": ");
        }

        /** The same for a sentence. */
        String spoken() {
            return name.isEmpty() ? "" : name + ": ";
        }
    }

    /**
     * The author of a pipeline.
     *
     * @param email as a notification told it; null where none is known
     * @param last whether to do without Slack when it cannot say just now
     * @throws MessengerException when it cannot say, and it is not the last time
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
            LOG.warn("Slack does not say whose pipeline failed: {}", silent.getMessage());
            return Optional.empty();
        }
    }
}
