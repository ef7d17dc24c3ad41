package dev.signalman.feature.deploys;

import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import dev.signalman.subject.Shipments;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Computes shipments from the deploys found. */
final class DeployShipments implements Shipments {
    private final DeployReader reader;

    @Inject
    DeployShipments(DeployReader reader) {
        this.reader = reader;
    }

    @Override
    public Shipment of(Project project, String promotion, Pipeline pipeline) {
        var found = reader.read(project, promotion);
        var current = found.current(promotion).orElse(null);
        if (current == null || current.pipeline() == null) {
            return new Shipment(null, null, List.of(pipeline), false, failures(found, promotion), false);
        }
        var deployed = current.pipeline();
        var start = found.recent().withId(current.parentId()).orElse(deployed);
        if (rollsBack(pipeline, start)) {
            return new Shipment(
                    current.since(),
                    deployed.commit(),
                    between(found.recent(), pipeline, start),
                    found.recent().withId(pipeline.id()).isPresent(),
                    failures(found, promotion),
                    true);
        }
        var byCommit = new LinkedHashMap<String, Pipeline>();
        byCommit.put(pipeline.commit(), pipeline);
        upTo(found.recent(), pipeline)
                .takeWhile(each -> later(each, start))
                .filter(Pipeline::passed)
                .filter(each -> each.file().equals(pipeline.file())
                        && each.ref().equals(pipeline.ref())
                        && !each.commit().equals(deployed.commit()))
                .forEach(each -> byCommit.putIfAbsent(each.commit(), each));
        return new Shipment(
                current.since(),
                deployed.commit(),
                List.copyOf(byCommit.values()),
                found.sees(current),
                failures(found, promotion),
                false);
    }

    private static boolean rollsBack(Pipeline pipeline, Pipeline live) {
        return live.ref().equals(pipeline.ref())
                && live.file().equals(pipeline.file())
                && !live.commit().equals(pipeline.commit())
                && later(live, pipeline);
    }

    /** One passed pipeline per commit after {@code older} up to {@code newer}, newest first. */
    private static List<Pipeline> between(RecentPipelines recent, Pipeline older, Pipeline newer) {
        var byCommit = new LinkedHashMap<String, Pipeline>();
        byCommit.put(newer.commit(), newer);
        upTo(recent, newer)
                .takeWhile(each -> later(each, older))
                .filter(Pipeline::passed)
                .filter(each -> each.file().equals(older.file())
                        && each.ref().equals(older.ref())
                        && !each.commit().equals(older.commit()))
                .forEach(each -> byCommit.putIfAbsent(each.commit(), each));
        return List.copyOf(byCommit.values());
    }

    /** How many deploys failed since the last one that passed. */
    private static int failures(ProjectDeploys found, String promotion) {
        return (int) found.through(promotion).stream()
                .takeWhile(deploy -> !deploy.passed())
                .map(Deploy::pipeline)
                .filter(deploy -> deploy != null && deploy.failed())
                .count();
    }

    @Override
    public Optional<LastGood> lastGood(Project project, String promotion, Pipeline failed) {
        return reader.read(project, promotion).through(promotion).stream()
                .filter(deploy -> deploy.passed() && !isAfter(deploy, failed))
                .findFirst()
                .flatMap(DeployShipments::lastGood)
                .filter(good -> !good.deploy().commit().equals(failed.commit()));
    }

    private static boolean isAfter(Deploy deploy, Pipeline failed) {
        var created = failed.times().created();
        return deploy.at() != null && created != null && deploy.at().isAfter(created);
    }

    private static Optional<LastGood> lastGood(Deploy deploy) {
        return Optional.ofNullable(deploy.pipeline())
                .map(pipeline -> new LastGood(deploy.parentId(), pipeline, deploy.since()));
    }

    /** The pipelines not newer than {@code pipeline}. */
    private static Stream<Pipeline> upTo(RecentPipelines recent, Pipeline pipeline) {
        return recent.newestFirst().stream()
                .dropWhile(each -> !each.id().equals(pipeline.id()) && later(each, pipeline));
    }

    private static boolean later(Pipeline one, Pipeline other) {
        var created = one.times().created();
        var before = other.times().created();
        return !one.id().equals(other.id()) && created != null && before != null && !created.isBefore(before);
    }

    @Override
    public Optional<String> overtaken(Project project, String promotion, Pipeline pipeline, Instant since) {
        var found = reader.read(project, promotion);
        return found.through(promotion).stream()
                .filter(deploy -> deploy.at() != null && deploy.at().isAfter(since))
                .filter(deploy -> deploy.parentId().equals(pipeline.id()) || newer(found.recent(), deploy, pipeline))
                .findFirst()
                .map(deploy -> words(deploy, pipeline));
    }

    private static boolean newer(RecentPipelines recent, Deploy deploy, Pipeline pipeline) {
        return recent.withId(deploy.parentId())
                .filter(parent -> parent.ref().equals(pipeline.ref()) && later(parent, pipeline))
                .isPresent();
    }

    private static String words(Deploy deploy, Pipeline pipeline) {
        var which = deploy.parentId().equals(pipeline.id())
                ? "it was promoted"
                : "a newer one"
                        + (deploy.pipeline() == null
                                ? ""
                                : ", " + deploy.pipeline().shortCommit() + ",") + " was promoted";
        return which + (deploy.who().isEmpty() ? "" : " " + deploy.who());
    }
}
