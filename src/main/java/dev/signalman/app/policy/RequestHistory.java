package dev.signalman.app.policy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import dev.signalman.command.Grammar;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.feature.approvals.request.RequestStore;
import dev.signalman.feature.approvals.rule.ContributorEmailTable;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The requests of the past in the bot's database. */
final class RequestHistory {
    /** Any address: the lines of requests name ids. */
    private static final URI ANYWHERE = URI.create("https://acme.semaphoreci.com");

    private final RequestStore requests;
    private final ContributorEmailTable addresses;

    RequestHistory(Jdbi jdbi) {
        this.requests = Guice.createInjector(new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(Jdbi.class).toInstance(jdbi);
                        bind(Grammar.class).toInstance(new Grammar(ANYWHERE));
                        bind(InstantSource.class).toInstance(InstantSource.system());
                    }
                })
                .getInstance(RequestStore.class);
        this.addresses = new ContributorEmailTable(jdbi);
    }

    /** Those that were decided, oldest first. */
    List<ApprovalRequest> since(Instant since) {
        return requests.decided(since);
    }

    /** The addresses that a login pushes with. */
    List<String> addresses(String login) {
        return addresses.of(login);
    }
}
