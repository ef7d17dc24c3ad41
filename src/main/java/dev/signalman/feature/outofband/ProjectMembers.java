package dev.signalman.feature.outofband;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.signalman.domain.Member;
import dev.signalman.port.AccountNames;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names Semaphore accounts by the members of a project, cached for ten minutes. The names in a pipeline are not used:
 * after a rerun they pair an account with somebody else's login (docs/semaphore.md, "Who acted").
 */
final class ProjectMembers implements AccountNames {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectMembers.class);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST_PROJECTS = 1_000;
    private static final int SHOWN_OF_AN_ID = 8;
    private static final Set<Kind> LASTING = Set.of(Kind.NOT_PERMITTED, Kind.NOT_FOUND, Kind.FEATURE_OFF);

    private final Semaphore semaphore;
    private final LoadingCache<String, List<Member>> members;

    @Inject
    ProjectMembers(Semaphore semaphore, InstantSource clock) {
        this.semaphore = semaphore;
        this.members = Caffeine.newBuilder()
                .maximumSize(MOST_PROJECTS)
                .expireAfterWrite(KEPT)
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .build(this::read);
    }

    @Override
    public String nameOf(String projectId, String account) {
        var all = members.get(projectId);
        var name = all.stream()
                .filter(member -> member.id().equals(account))
                .map(Member::name)
                .filter(each -> !each.isBlank())
                .findFirst()
                .orElse("");
        if (name.isEmpty()) {
            return "the account " + shown(account);
        }
        var namesakes = all.stream()
                .filter(member -> member.name().strip().equalsIgnoreCase(name.strip()))
                .count();
        return namesakes > 1 ? name + " (the account " + shown(account) + ")" : name;
    }

    private List<Member> read(String projectId) {
        try {
            return semaphore.projects().members(projectId);
        } catch (SemaphoreException failure) {
            if (!LASTING.contains(failure.kind())) {
                throw failure;
            }
            LOG.warn(
                    "The members of project {} can't be read, so accounts are shown without names: {}",
                    projectId,
                    failure.kind());
            return List.of();
        }
    }

    private static String shown(String account) {
        return account.length() <= SHOWN_OF_AN_ID ? account : account.substring(0, SHOWN_OF_AN_ID);
    }
}
