package dev.signalman.semaphore.http;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.checkup.ClockComparison;
import dev.signalman.checkup.ConnectionFailure;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.http.FeignProjects.ProjectsApi;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checks that Semaphore is reachable and accepts the token, that the token sees a project, and Semaphore's clock. One
 * call lists the projects, since no call names a token's owner (docs/semaphore.md, "Errors").
 */
final class SemaphoreCheck implements Check {
    private static final String SEMAPHORE = "Semaphore";
    private static final String TOKEN = "Semaphore's token";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SemaphoreConnection connection;
    private final ApiCaller apiCaller;
    private final ProjectsApi api;
    private final InstantSource clock;

    @Inject
    SemaphoreCheck(SemaphoreConnection connection, FeignFactory feignFactory, InstantSource clock) {
        this.connection = connection;
        this.apiCaller = feignFactory.calls(connection.credential());
        this.api = feignFactory.api(ProjectsApi.class, connection.credential(), PATIENCE);
        this.clock = clock;
    }

    @Override
    public String about() {
        return SEMAPHORE;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        try {
            var projects = apiCaller.once("projects.list", () -> api.list(Map.of()));
            var checkResults = new ArrayList<CheckResult>();
            checkResults.add(accepted(projects));
            checkResults.addAll(ClockComparison.compare(SEMAPHORE, projects.first("date"), clock.instant()));
            return checkResults;
        } catch (SemaphoreException failed) {
            return List.of(failed(failed));
        }
    }

    private CheckResult accepted(ListResponse<WireProject> projects) {
        int count = projects.items().size();
        if (count == 0) {
            return CheckResult.wrong(
                    TOKEN,
                    "Valid, but it sees no projects. Semaphore also answers this way when its permission check "
                            + "is down.",
                    "Run doctor again in a minute. If it persists, add the token's account to each project that "
                            + "Signalman should serve. A new service account is in none.");
        }
        var seen = count == 1 ? "one project" : (projects.hasMore() ? "more than " : "") + count + " projects";
        return CheckResult.fine(TOKEN, connection.root() + " accepts it. It sees " + seen + ".");
    }

    private CheckResult failed(SemaphoreException failed) {
        var said = failed.words();
        var root = connection.root();
        return switch (failed.kind()) {
            case BAD_TOKEN ->
                CheckResult.wrong(
                        TOKEN,
                        "Semaphore rejects it (" + said + ").",
                        "Set SEMAPHORE_API_TOKEN to the token of a service account in this organization. A new token "
                                + "can take five minutes to work. If the organization restricts sign-in methods, it must allow "
                                + "API tokens.");
            case NOT_PERMITTED ->
                CheckResult.wrong(
                        TOKEN,
                        "Semaphore doesn't let it list projects (" + said + ").",
                        "Give the token's account a role in the organization and in its projects.");
            case ADDRESS_NOT_ALLOWED ->
                CheckResult.wrong(
                        SEMAPHORE,
                        "The organization only allows certain IP addresses, and this machine's isn't one of them: "
                                + said,
                        "Add this machine's address to the organization's IP allow list.");
            case UNREADABLE ->
                CheckResult.wrong(
                        SEMAPHORE,
                        "The answer from " + root + " isn't Semaphore's API: " + said,
                        "Set SEMAPHORE_URL to the address of the organization, such as https://acme.semaphoreci.com, "
                                + "without a path.");
            case NOT_FOUND ->
                CheckResult.wrong(
                        SEMAPHORE,
                        root + " has no such organization (" + said + ").",
                        "Check the organization's spelling in SEMAPHORE_URL.");
            case UNREACHABLE -> unreached(failed);
            case BROKEN, LIMITED ->
                CheckResult.unknown(
                        SEMAPHORE,
                        "Semaphore has a problem (" + said + ").",
                        "Try again in a few minutes. Check status.semaphoreci.com for outages.");
            case FEATURE_OFF, REFUSED ->
                CheckResult.wrong(SEMAPHORE, "Semaphore refused to list projects: " + said, "Check SEMAPHORE_URL.");
        };
    }

    private CheckResult unreached(SemaphoreException failed) {
        var why = ConnectionFailure.of(failed);
        return CheckResult.wrong(SEMAPHORE, connection.root() + " is unreachable: " + why.words() + ".", why.advice());
    }
}
