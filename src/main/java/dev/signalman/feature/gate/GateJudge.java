package dev.signalman.feature.gate;

import dev.signalman.chat.People;
import dev.signalman.command.Refusal;
import dev.signalman.domain.Actor;
import dev.signalman.domain.EnvVar;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Place;
import dev.signalman.domain.Project;
import dev.signalman.port.SubscribedChannels;
import dev.signalman.ruling.Decision;
import dev.signalman.ruling.DeployStart;
import dev.signalman.ruling.DeployStart.Starter;
import dev.signalman.ruling.DeployStarters;
import dev.signalman.ruling.DeployedPromotions;
import dev.signalman.ruling.Judge;
import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.RuleTopic;
import dev.signalman.ruling.RuledProjectNames;
import dev.signalman.ruling.Wish;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judges a deploy that waits at the gate, by the rules that name its promotion and those that name its file. */
public final class GateJudge {
    private final Semaphore semaphore;
    private final ProjectDirectory projects;
    private final RuledProjectNames names;
    private final DeployedPromotions promotions;
    private final DeployStarters starters;
    private final SubscribedChannels channels;
    private final People people;
    private final Judge judge;

    @Inject
    GateJudge(
            Semaphore semaphore,
            ProjectDirectory projects,
            RuledProjectNames names,
            DeployedPromotions promotions,
            DeployStarters starters,
            SubscribedChannels channels,
            People people,
            Judge judge) {
        this.semaphore = semaphore;
        this.projects = projects;
        this.names = names;
        this.promotions = promotions;
        this.starters = starters;
        this.channels = channels;
        this.people = people;
        this.judge = judge;
    }

    /** A deploy as a wish, and how the rules judge it. */
    public record HeldDeployDecision(Wish wish, Decision decision) {}

    /**
     * Judges a deploy that was started elsewhere.
     *
     * @throws Refusal when no rule lets it ask here
     * @throws dev.signalman.semaphore.SemaphoreException when Semaphore cannot be read
     */
    public HeldDeployDecision held(Pipeline deploy) {
        var project = project(deploy);
        var ways = gated(deploy, project);
        var promotion = ways.keySet().iterator().next();
        var parent = deploy.promotionOf() == null || deploy.rebuildOf() != null
                ? null
                : semaphore.pipelines().describeInDetail(deploy.promotionOf());
        var starter = starters.of(deploy);
        var wish = new Wish(
                promotion,
                project,
                new DeployStart.Held(deploy, parent, starter),
                parameters(deploy.environment()),
                false,
                requester(starter),
                place(project),
                ways.values().stream().flatMap(List::stream).distinct().toList());
        var decision = judge.judge(wish);
        var judgements = new ArrayList<Judgement>(decision.judgements());
        for (var other : ways.entrySet()) {
            if (!other.getKey().equals(promotion)) { // a lock is of a name
                judgements.addAll(judge.judge(wish.named(other.getKey(), other.getValue()), EnumSet.of(RuleTopic.LOCK))
                        .unmet());
            }
        }
        return new HeldDeployDecision(wish, new Decision(judgements, decision.guards()));
    }

    /** Why a deploy of the bot runs another file than the rules name; empty if it does not. */
    List<String> wrongFile(Pipeline deploy) {
        var project = project(deploy);
        var listing = promotions.of(deploy, names.of(project).name()).values().stream()
                .flatMap(List::stream)
                .filter(policy -> !policy.files().isEmpty())
                .toList();
        return listing.isEmpty() || listing.stream().anyMatch(policy -> policy.starts(deploy.file()))
                ? List.of()
                : List.of("It runs " + deploy.file() + ", but the rule for "
                        + listing.get(0).name() + " only allows "
                        + String.join(", ", listing.get(0).files()) + " ("
                        + listing.get(0).place() + ".pipeline_files).");
    }

    private Project project(Pipeline deploy) {
        return projects.withId(deploy.projectId())
                .orElseThrow(() -> new Refusal("I can't see the project of this pipeline, so I can't check its rules. "
                        + "Add the bot's account to it in Semaphore, then rebuild."));
    }

    private Map<String, List<Policy>> gated(Pipeline deploy, Project project) {
        var ways = new LinkedHashMap<>(promotions.of(deploy, names.of(project).name()));
        ways.values().removeIf(List::isEmpty);
        if (ways.values().stream().flatMap(List::stream).noneMatch(Policy::gated)) {
            throw new Refusal("No rule with \"gate: true\" covers " + deploy.file() + " of " + project.name()
                    + ", so the gate stays closed. Ask your Signalman admin to add it to the rule of this promotion in "
                    + "signalman.yml, or take the gate out of the pipeline.");
        }
        return ways;
    }

    /** The person in Slack, if it can be only one; else just the name. */
    private Actor requester(Starter starter) {
        if (starter.people().size() != 1) {
            return Actor.named(starter.name());
        }
        var id = starter.people().get(0);
        return new Actor(id, people.find(id).name(), null);
    }

    /** Where a request is shown whose rule names no channel. */
    private Place place(Project project) {
        return channels.hearing(project.id()).stream()
                .findFirst()
                .map(Place::channel)
                .orElse(Place.NOWHERE);
    }

    private static Map<String, String> parameters(List<EnvVar> environment) {
        var parameters = new LinkedHashMap<String, String>();
        environment.forEach(each -> parameters.put(each.name(), each.value()));
        return parameters;
    }
}
