package dev.signalman.app.policy;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.TypeLiteral;
import dev.signalman.app.config.RulesFile;
import dev.signalman.app.policy.CaseFacts.CaseAccounts;
import dev.signalman.app.policy.CaseFacts.CasePromotionHistory;
import dev.signalman.chat.People;
import dev.signalman.command.Grammar;
import dev.signalman.feature.access.AccessRuleModule;
import dev.signalman.feature.access.AccessRules;
import dev.signalman.feature.approvals.rule.ApprovalRuleModule;
import dev.signalman.feature.approvals.rule.ContributorLookup;
import dev.signalman.feature.approvals.rule.GivenContributors;
import dev.signalman.feature.linking.LinkRuleModule;
import dev.signalman.feature.locks.GivenLockModule;
import dev.signalman.feature.locks.LockRuleModule;
import dev.signalman.feature.promotions.PromotionRuleModule;
import dev.signalman.port.AccountNames;
import dev.signalman.port.Identities;
import dev.signalman.port.KnownPromotions;
import dev.signalman.port.LinkedAccounts;
import dev.signalman.port.SecondFactors;
import dev.signalman.port.StartedFiles;
import dev.signalman.port.SubscribedChannels;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.RuledProjectNames;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.ProjectSettings;
import dev.signalman.subject.Shipments;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** The bot's rules, with the facts of one case instead of Slack, Semaphore and the database. */
final class CaseModule extends AbstractModule {
    /** Any address: nothing is asked there. */
    private static final URI NOWHERE = URI.create("https://acme.semaphoreci.com");

    private final RulesFile rules;
    private final PolicyCase policyCase;

    CaseModule(RulesFile rules, PolicyCase policyCase) {
        this.rules = rules;
        this.policyCase = policyCase;
    }

    @Override
    protected void configure() {
        install(new AccessRuleModule());
        install(new ApprovalRuleModule());
        install(new LinkRuleModule());
        install(new LockRuleModule());
        install(new PromotionRuleModule());
        bind(new TypeLiteral<Supplier<ProjectSettings>>() {}).toInstance(rules::projects);
        bind(new TypeLiteral<Supplier<AccessRules>>() {}).toInstance(rules::access);
        bind(new TypeLiteral<Supplier<Policies>>() {}).toInstance(rules::promotions);
        bind(Grammar.class).toInstance(new Grammar(NOWHERE));
        install(new GivenLockModule(policyCase.locks()));
        bind(InstantSource.class).toInstance(InstantSource.fixed(policyCase.at()));
        bind(People.class).toInstance(policyCase.workspace());
        bind(Semaphore.class).toInstance(new CaseSemaphore(policyCase));
        bind(ProjectDirectory.class).in(Scopes.SINGLETON);
        bind(SubscribedChannels.class).toInstance(project -> List.of());
        ports(new CaseFacts(policyCase));
    }

    private void ports(CaseFacts ports) {
        var accounts = ports.new CaseAccounts();
        var history = ports.new CasePromotionHistory();
        bind(CaseAccounts.class).toInstance(accounts);
        bind(LinkedAccounts.class).toInstance(accounts);
        bind(AccountNames.class).toInstance(accounts);
        bind(CasePromotionHistory.class).toInstance(history);
        bind(StartedFiles.class).toInstance(history);
        bind(KnownPromotions.class).toInstance(history);
        bind(Identities.class).toInstance(ports.new CaseIdentities());
        bind(SecondFactors.class).toInstance(new CaseFacts.CaseFactors());
        bind(ContributorLookup.class).toInstance(new GivenContributors(ports::contributors));
        bind(Shipments.class).toInstance(ports.new CaseShipments());
        bind(RuledProjectNames.class).toInstance(new CaseFacts.CaseProjectNames());
    }
}
