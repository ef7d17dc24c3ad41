package dev.signalman.feature.home;

import dev.signalman.chat.People;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.Pipeline;
import dev.signalman.port.ContributorEmails;
import dev.signalman.port.LinkedAccounts;
import dev.signalman.port.PipelineStartNotes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a person's builds: what they pushed, as Semaphore's notifications and their address in Slack tell; what the
 * account pushed that acted with their linked token; and what they started through the bot. The first two are what
 * {@code not_by: author} goes by.
 */
final class OwnBuilds {
    private final People people;
    private final ContributorEmails contributorEmails;
    private final LinkedAccounts accounts;
    private final PipelineStartNotes startNotes;

    @Inject
    OwnBuilds(
            People people,
            ContributorEmails contributorEmails,
            LinkedAccounts accounts,
            PipelineStartNotes startNotes) {
        this.people = people;
        this.contributorEmails = contributorEmails;
        this.accounts = accounts;
        this.startNotes = startNotes;
    }

    /** The ids of those builds that are the person's; empty if nothing tells which builds are theirs. */
    Optional<Set<String>> among(Collection<Pipeline> builds, String userId) {
        var email = people.find(userId).email();
        var logins = email.isEmpty() ? Set.<String>of() : contributorEmails.loginsOf(email);
        var linked = accounts.accountsOf(userId);
        var own = new HashSet<>(
                startNotes.startedBy(userId, builds.stream().map(Pipeline::id).toList()));
        builds.stream()
                .filter(build -> pushed(build, logins, linked))
                .map(Pipeline::id)
                .forEach(own::add);
        return own.isEmpty() && logins.isEmpty() && linked.isEmpty() ? Optional.empty() : Optional.of(own);
    }

    /** The build with the reference that it was asked to run on, which Semaphore does not tell at first. */
    Pipeline asAsked(Pipeline build) {
        var reference = build.ref().name().isBlank() ? startNotes.reference(build.id()) : null;
        return reference == null ? build : build.on(GitRef.parse(reference));
    }

    /** The user is certain only together with their login, since after a rerun it is the person who reran. */
    private static boolean pushed(Pipeline build, Set<String> logins, Collection<String> linked) {
        var trigger = build.trigger();
        return (trigger.author() != null && logins.contains(trigger.author()))
                || (trigger.login() != null && trigger.userId() != null && linked.contains(trigger.userId()));
    }
}
