package dev.signalman.feature.approvals.view;

import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.domain.DurationPhrases;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.feature.approvals.request.RequestPhrases;
import dev.signalman.feature.approvals.request.RequestState;
import dev.signalman.subject.SemaphoreLinks;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Phrases for a request that no longer waits. */
final class DecidedRequestPhrases {
    private final ApprovalRequest request;
    private final SemaphoreLinks links;
    private final GlassReviewCards reviews;
    private final String project;
    private final String promotion;

    DecidedRequestPhrases(ApprovalRequest request, SemaphoreLinks links, GlassReviewCards reviews) {
        this.request = request;
        this.links = links;
        this.reviews = reviews;
        this.project = request.cargo().project();
        this.promotion = request.pinned().promotion();
    }

    Text headline() {
        return switch (request.state()) {
            case WAITING, SCHEDULED -> throw new IllegalStateException("It waits");
            case GRANTED ->
                head(Symbol.RUNNING)
                        .bold(project)
                        .plain(" is being promoted to ")
                        .bold(promotion)
                        .plain(glassBroken());
            case PROMOTED ->
                linked(head(Symbol.RUNNING)
                        .bold(project)
                        .plain(" is deploying to ")
                        .bold(promotion)
                        .plain(glassBroken()));
            case DEPLOYED ->
                linked(head(Symbol.PASSED)
                        .bold(project)
                        .plain(" is on ")
                        .bold(promotion)
                        .plain(", deployed" + lasted() + glassBroken()));
            case FAILED ->
                linked(head(Symbol.FAILED)
                        .bold(project)
                        .plain(request.fate().deployId() == null ? " could not be promoted to " : " was promoted to ")
                        .bold(promotion)
                        .plain(
                                request.fate().deployId() == null
                                        ? ""
                                        : ", and the deploy " + request.fate().words()));
            case UNCLEAR ->
                head(Symbol.WARNING)
                        .plain("unclear whether ")
                        .bold(project)
                        .plain(" was promoted to ")
                        .bold(promotion);
            case REJECTED -> not(head(Symbol.REJECTED).plain("rejected by ").text(who()));
            case WITHDRAWN -> not(head(Symbol.CANCELED).plain("withdrawn by ").text(who()));
            case EXPIRED -> not(expired());
            case OVERTAKEN -> not(head(Symbol.SKIPPED).plain("overtaken"));
            case REFUSED ->
                not(head(Symbol.REJECTED)
                        .plain(request.scheduled() ? "blocked at its scheduled time" : "blocked after approval"));
        };
    }

    /** The reason of its end, unless the headline has it. */
    String quote() {
        return request.state() == RequestState.EXPIRED
                        || (request.state() == RequestState.FAILED
                                && request.fate().deployId() != null)
                ? ""
                : request.fate().words();
    }

    String sentence() {
        var what = project + " to " + promotion;
        var by = Objects.requireNonNullElse(request.fate().by(), "");
        var why = quote().isEmpty() ? "." : ": " + RequestPhrases.ended(quote());
        return switch (request.state()) {
            case WAITING, SCHEDULED -> throw new IllegalStateException("It waits");
            case GRANTED -> project + " is being promoted to " + promotion + ". " + took();
            case PROMOTED -> project + " is deploying to " + promotion + ". " + took();
            case DEPLOYED -> project + " is on " + promotion + ": deployed" + lasted() + ". " + took();
            case FAILED ->
                request.fate().deployId() == null
                        ? project + " could not be promoted to " + promotion + why
                        : "The deploy of " + what + " " + request.fate().words() + ". " + took();
            case UNCLEAR -> "It is unclear whether " + project + " was promoted to " + promotion + why;
            case REJECTED -> by + " rejected the promotion of " + what + why + " Nothing was deployed.";
            case WITHDRAWN -> by + " withdrew the request to promote " + what + why + " Nothing was deployed.";
            case EXPIRED -> "The request to promote " + what + " expired " + with() + ". Nothing was deployed.";
            case OVERTAKEN -> "The request to promote " + what + " was overtaken" + why + " Nothing was deployed.";
            case REFUSED ->
                "The request to promote " + what
                        + (request.scheduled() ? " was scheduled, then blocked" : " was approved, then blocked") + why
                        + " Nothing was deployed.";
        };
    }

    List<Text> standing() {
        return switch (request.state()) {
            case GRANTED, PROMOTED, DEPLOYED, FAILED, UNCLEAR, REFUSED ->
                Stream.concat(glassLines().stream(), Stream.of(tookPart())).toList();
            default -> List.of();
        };
    }

    private String glassBroken() {
        return request.glass() == null ? "" : " (break-glass)";
    }

    private List<Text> glassLines() {
        var glass = request.glass();
        return glass == null
                ? List.of()
                : List.of(
                        Text.empty()
                                .symbol(Symbol.GLASS)
                                .mention(glass.by().userId(), glass.by().name())
                                .plain(" broke glass: " + glass.because()),
                        reviews.state(request));
    }

    private Text head(Symbol symbol) {
        return Text.empty().symbol(symbol).bold(request.named()).plain("  ");
    }

    private Text not(Text head) {
        return head.plain(": ")
                .bold(project)
                .plain(request.held() == null ? " was not promoted to " : " did not pass the gate of ")
                .bold(promotion);
    }

    private Text linked(Text head) {
        var deploy = request.fate().deployId();
        var workflow = request.fate().deployWorkflowId();
        return deploy == null || workflow == null
                ? head
                : head.plain("  ·  ").link("pipeline", links.pipeline(workflow, deploy));
    }

    private Text expired() {
        var at = request.fate().endedAt();
        var head = head(Symbol.EXPIRED).plain("expired");
        return (at == null ? head : head.plain(" ").date(at)).plain(" " + with());
    }

    private String with() {
        return "with " + request.fate().words();
    }

    private Text who() {
        return person(request.fate().byId(), request.fate().by());
    }

    private Text tookPart() {
        var held = request.held();
        var line = held == null
                ? Text.of("Requested by " + agent())
                        .mention(
                                request.requester().userId(),
                                request.requester().name())
                : Text.of(held.starter().how());
        var approvers = request.approvals();
        for (int n = 0; n < approvers.size(); n++) {
            var before = n == 0 ? "  ·  approved by " : n == approvers.size() - 1 ? " and " : ", ";
            line = line.plain(before)
                    .mention(approvers.get(n).userId(), approvers.get(n).name())
                    .plain(approvers.get(n).factorNote());
        }
        var ships = request.ships();
        if (ships.redeploys()) {
            line = line.plain("  ·  the commit was live already");
        } else if (ships.since() != null) {
            line = line.plain("  ·  " + ships.total() + (ships.total() == 1 ? " change" : " changes")
                    + (ships.rollsBack() ? " removed" : ""));
            line = ships.compareUrl() == null ? line : line.plain(", ").link("compare", ships.compareUrl());
        }
        return line;
    }

    private String took() {
        var names = request.creditedApprovers();
        var glass = request.glass();
        var alone = glass == null
                ? ""
                : " " + glass.by().name() + " broke glass: " + RequestPhrases.ended(glass.because()) + " "
                        + reviews.spokenState(request);
        var held = request.held();
        return (held == null
                        ? "Requested by " + request.requester().spoken()
                        : held.starter().how())
                + (names.isEmpty() ? "" : ", approved by " + RequestPhrases.list(names)) + "." + alone;
    }

    private String agent() {
        var agent = request.requester().agent();
        return agent == null ? "" : agent + ", for ";
    }

    private String lasted() {
        var lasted = request.fate().lasted();
        return lasted == null ? "" : " in " + DurationPhrases.compact(lasted);
    }

    private static Text person(@Nullable String id, @Nullable String name) {
        return id == null || id.isEmpty()
                ? Text.of(Objects.requireNonNullElse(name, "someone"))
                : Text.empty().mention(id, Objects.requireNonNullElse(name, id));
    }
}
