package dev.signalman.app.policy;

import dev.signalman.card.Form;
import dev.signalman.command.Factor;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.FormSubmission;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.RowChange;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Person;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import dev.signalman.feature.approvals.rule.GivenContributors;
import dev.signalman.port.AccountNames;
import dev.signalman.port.ActingIdentity;
import dev.signalman.port.Identities;
import dev.signalman.port.KnownPromotions;
import dev.signalman.port.LinkedAccounts;
import dev.signalman.port.SecondFactors;
import dev.signalman.port.StartedFiles;
import dev.signalman.ruling.RuledProjectNames;
import dev.signalman.semaphore.TokenChoice;
import dev.signalman.subject.Shipments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The facts of one case, in place of the bot's database. Accounts in Semaphore have the ids of their people. */
final class CaseFacts {
    private final PolicyCase policyCase;

    CaseFacts(PolicyCase policyCase) {
        this.policyCase = policyCase;
    }

    /** Who pushed; an id is a person in Slack, and any other name is somebody unknown there. */
    GivenContributors.Given contributors() {
        if (policyCase.contributors() == null) {
            throw new MissingFactException(
                    "The rules ask who pushed what ships (not_by: author). List them under pushed_by; [] for nobody.");
        }
        var people = new ArrayList<Person>();
        var strangers = new ArrayList<String>();
        for (var contributor : policyCase.contributors()) {
            var person = policyCase.workspace().people().get(contributor);
            if (person == null) {
                strangers.add(contributor);
            } else {
                people.add(person);
            }
        }
        return new GivenContributors.Given(people, strangers);
    }

    private static UnsupportedOperationException changes() {
        return new UnsupportedOperationException("A case changes nothing");
    }

    /** Whose tokens are linked. */
    final class CaseIdentities implements Identities {
        @Override
        public Standing of(Actor person) {
            return policyCase.workspace().linked().contains(person.userId()) ? Standing.LINKED : Standing.NONE;
        }

        @Override
        public ActingIdentity of(Act act, TokenChoice tokenChoice) {
            throw changes();
        }

        @Override
        public String words(Act act) {
            throw changes();
        }

        @Override
        public ActingIdentity instead(Act act, TokenChoice tokenChoice) {
            throw changes();
        }
    }

    /** Votes of a case are given with a second factor that counts, where a rule demands one. */
    static final class CaseFactors implements SecondFactors {
        /** The id of everybody's factor. */
        static final String ID = "case";

        @Override
        public List<KnownFactor> of(String userId) {
            return List.of(new KnownFactor(ID, Factor.Kind.CODE, Instant.EPOCH, Set.of()));
        }

        @Override
        public boolean off() {
            return false;
        }

        @Override
        public Optional<Form.Link> page(Invocation asked) {
            return Optional.empty();
        }

        @Override
        public void prove(FormSubmission filled, String field, String line) {
            throw changes();
        }

        @Override
        public Optional<String> usedFor(Invocation invocation) {
            return Optional.empty();
        }
    }

    /** Which person in Slack an account belongs to; known only for those who linked it. */
    final class CaseAccounts implements LinkedAccounts, AccountNames {
        @Override
        public List<String> peopleOf(String account) {
            return policyCase.workspace().linked().contains(account) ? List.of(account) : List.of();
        }

        @Override
        public List<String> accountsOf(String userId) {
            return policyCase.workspace().linked().contains(userId) ? List.of(userId) : List.of();
        }

        @Override
        public RowChange acted(String act, String account) {
            throw changes();
        }

        @Override
        public String nameOf(String projectId, String account) {
            return policyCase.workspace().nameOf(account);
        }
    }

    /** What earlier deploys showed. */
    final class CasePromotionHistory implements StartedFiles, KnownPromotions {
        @Override
        public Set<String> of(Project project, String promotion) {
            return policyCase.starts() == null ? Set.of() : Set.of(policyCase.starts());
        }

        @Override
        public RowChange seen(String projectId, String promotion, String file) {
            throw changes();
        }

        @Override
        public List<String> from(Project project, Pipeline pipeline) {
            return List.of();
        }

        @Override
        public List<String> in(Project project) {
            return List.of();
        }

        @Override
        public String spelled(Project project, String said) {
            return said;
        }

        @Override
        public void seek(Project project, String promotion) {}

        @Override
        public Set<String> filesOf(Project project, String promotion) {
            return Set.of();
        }

        @Override
        public RowChange seen(Pipeline pipeline, List<String> names) {
            throw changes();
        }
    }

    /** Whether another pipeline went there meanwhile. */
    final class CaseShipments implements Shipments {
        @Override
        public Shipment of(Project project, String promotion, Pipeline pipeline) {
            throw changes();
        }

        @Override
        public Optional<String> overtaken(Project project, String promotion, Pipeline pipeline, Instant since) {
            return policyCase.overtaken() ? Optional.of("a newer one was promoted") : Optional.empty();
        }

        @Override
        public Optional<LastGood> lastGood(Project project, String promotion, Pipeline failed) {
            throw changes();
        }
    }

    /** All projects exist, and have the names that the rules use. */
    static final class CaseProjectNames implements RuledProjectNames {
        @Override
        public Naming of(String projectId, String name) {
            return Naming.plain(name);
        }

        @Override
        public Set<String> missing() {
            return Set.of();
        }
    }
}
