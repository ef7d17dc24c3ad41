package dev.signalman.simulator.semaphore.http;

import dev.signalman.simulator.semaphore.Organization;
import dev.signalman.simulator.semaphore.SemaphoreUser;
import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Authenticates every call: user, client and forged headers. */
final class CallAuthenticator {
    private static final Pattern CLI = Pattern.compile("SemaphoreCLI/v?(\\d{1,6})\\.(\\d{1,6}).*");
    private static final String OUTDATED = "Call rejected because the client is outdated. To continue, upgrade"
            + " Semaphore CLI with 'curl https://storage.googleapis.com/sem-cli-releases/get.sh | bash'.";

    private final Organization organization;

    CallAuthenticator(Organization organization) {
        this.organization = organization;
    }

    /** The answer that rejects the call, or null. */
    @Nullable
    Reply refusal(HttpCall call) {
        if (isOutdated(call.header("user-agent"))) {
            return SemaphoreResponses.message(400, OUTDATED);
        }
        if (call.headers().keySet().stream().anyMatch(name -> name.startsWith("x-semaphore-"))) {
            return SemaphoreResponses.notFound();
        }
        return caller(call).isEmpty() ? Reply.bare(401, "Unauthorized") : null;
    }

    /** The token's owner. */
    Optional<SemaphoreUser> caller(HttpCall call) {
        var header = call.header("authorization");
        if (header == null) {
            return Optional.empty();
        }
        var words = header.trim().split(" +", 2);
        return words.length == 2 && (words[0].equals("Token") || words[0].equals("Bearer"))
                ? organization.owner(words[1])
                : Optional.empty();
    }

    private static boolean isOutdated(@Nullable String agent) {
        if (agent == null) {
            return false;
        }
        var version = CLI.matcher(agent);
        return version.matches() && Integer.parseInt(version.group(1)) == 0 && Integer.parseInt(version.group(2)) < 30;
    }
}
