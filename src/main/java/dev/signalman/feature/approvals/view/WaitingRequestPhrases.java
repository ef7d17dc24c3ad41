package dev.signalman.feature.approvals.view;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.command.Approve;
import dev.signalman.command.BreakGlass;
import dev.signalman.command.Reject;
import dev.signalman.command.Why;
import dev.signalman.command.Withdraw;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.feature.approvals.request.RequestPhrases;
import dev.signalman.feature.approvals.rule.EligibleVoters;
import dev.signalman.feature.approvals.rule.VoteTally;
import dev.signalman.ruling.Approvals.Notify;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Phrases for a waiting request. */
public final class WaitingRequestPhrases {
    /** Longer lists would push the expiry out of the visible text. */
    private static final int LETTERS_OF_NAMES = 80;

    private WaitingRequestPhrases() {}

    static String sentence(ApprovalRequest request, List<VoteTally> tallies, EligibleVoters eligibleVoters) {
        var who = tallies.stream()
                .flatMap(tally -> tally.missing().stream())
                .distinct()
                .map(eligibleVoters::name)
                .toList();
        return asked(request) + ": " + counts(tallies)
                + (who.isEmpty() ? "" : ", waiting for " + RequestPhrases.list(who)) + ".";
    }

    /** What is asked for, as the start of a sentence. */
    static String asked(ApprovalRequest request) {
        var cargo = request.cargo();
        var promotion = request.pinned().promotion();
        var held = request.held();
        return held == null
                ? request.requester().spoken() + (request.requester().agent() == null ? "" : ",")
                        + " requests approval to promote " + cargo.project() + ", commit "
                        + cargo.shortCommit() + ", to " + promotion
                        + (request.scheduled()
                                ? ", going "
                                        + ScheduledRequestPhrases.when(request).spoken()
                                : "")
                : cargo.project() + ", commit " + cargo.shortCommit() + ", is waiting at the gate of " + promotion
                        + ". " + held.starter().how();
    }

    /** How far a waiting request is, without asking Slack whose votes count. */
    static String waits(ApprovalRequest request) {
        var names = request.creditedApprovers();
        return request.named() + " is waiting for approval"
                + (names.isEmpty() ? "" : ", approved by " + RequestPhrases.list(names) + " so far") + ".";
    }

    /** Approvals and needed approvals under each policy. */
    public static String counts(List<VoteTally> tallies) {
        return tallies.stream()
                .map(tally -> tally.approved().size() + " of " + RequestPhrases.approvals(tally.needed()))
                .collect(Collectors.joining(" and "));
    }

    static List<Text> standing(ApprovalRequest request, List<VoteTally> tallies, EligibleVoters eligibleVoters) {
        var lines = new ArrayList<Text>();
        for (var tally : tallies) {
            var line = Text.empty().bold(tally.approved().size() + " of " + RequestPhrases.approvals(tally.needed()));
            if (!tally.approved().isEmpty()) {
                line = line.plain("  ").symbol(Symbol.PASSED).plain(RequestPhrases.list(tally.credits()));
            }
            var contributors = eligibleVoters.contributors(tally.policy());
            if (request.requester().agent() != null) {
                line = line.plain("  ·  people only, not " + request.requester().name());
            }
            lines.add(line.plain(
                            "  ·  needs " + (tally.needed() - tally.approved().size())
                                    + (tally.approved().isEmpty() ? "" : " more") + " from ")
                    .text(missing(tally, eligibleVoters))
                    .plain(
                            contributors.isEmpty()
                                    ? ""
                                    : ", but not " + RequestPhrases.list(contributors)
                                            + ", who wrote or pushed a change in it")
                    .plain(request.held() == null ? "  ·  expires " : "  ·  the job gives up ")
                    .date(request.expires()));
        }
        return lines;
    }

    private static Text missing(VoteTally tally, EligibleVoters eligibleVoters) {
        var told = tally.policy().approvals().told() == Notify.MENTION;
        var text = Text.empty();
        int named = 0;
        int letters = 0;
        for (var id : tally.missing()) {
            var name = eligibleVoters.name(id);
            letters += name.length();
            if (named > 0 && letters > LETTERS_OF_NAMES) {
                return text.plain(" and " + (tally.missing().size() - named) + " more");
            }
            named++;
            text = text.spans().isEmpty() ? text : text.plain(", ");
            if (!told) {
                text = text.bold(name);
            } else {
                text = id.startsWith("S") ? text.group(id, name) : text.mention(id, name);
            }
        }
        return text;
    }

    static CardActions actions(ApprovalRequest request, boolean breakable) {
        var more = new ArrayList<Button>();
        if (!request.requester().userId().isEmpty()) {
            more.add(withdraw(request));
        }
        more.addAll(further(request, breakable));
        return new CardActions(List.of(approve(request).primary(), reject(request)), null, more);
    }

    /** The buttons of a request that waits for its time only. */
    static CardActions scheduledActions(ApprovalRequest request, boolean breakable) {
        return new CardActions(List.of(withdraw(request), reject(request)), null, further(request, breakable));
    }

    /** What is behind the dots of every open request. */
    private static List<Button> further(ApprovalRequest request, boolean breakable) {
        return breakable
                ? List.of(why(request), Button.of("Break glass", new BreakGlass(request.number(), null)))
                : List.of(why(request));
    }

    public static Button approve(ApprovalRequest request) {
        var given =
                request.pinned().assignments().stream().map(each -> ", " + each).collect(Collectors.joining());
        return Button.of("Approve", new Approve(request.number(), null))
                .asking(
                        "Approve " + request.named() + "?",
                        request.cargo().project() + ", commit "
                                + request.cargo().shortCommit() + given
                                + ", deploys to " + request.pinned().promotion()
                                + (request.scheduled()
                                        ? " "
                                                + ScheduledRequestPhrases.when(request)
                                                        .spoken() + ", if it has all the approvals it needs by then."
                                        : " once it has all the approvals it needs."),
                        "Approve",
                        "Cancel");
    }

    public static Button reject(ApprovalRequest request) {
        return Button.of("Reject", new Reject(request.number(), null));
    }

    public static Button withdraw(ApprovalRequest request) {
        return Button.of("Withdraw", new Withdraw(request.number(), null));
    }

    private static Button why(ApprovalRequest request) {
        var pinned = request.pinned();
        return Button.of("Why", new Why(pinned.promotion(), pinned.subject(), pinned.parameters(), pinned.override()));
    }

    /** A request that waits, in one line. */
    public static Text line(ApprovalRequest request) {
        var names = request.creditedApprovers();
        return Text.empty()
                .bold(request.named())
                .plain("  ")
                .bold(request.cargo().project())
                .plain(" to ")
                .bold(request.pinned().promotion())
                .plain("  ")
                .code(request.cargo().shortCommit())
                .plain((request.held() == null
                                ? "  requested by " + request.requester().spoken()
                                : "  waiting at the gate")
                        + (names.isEmpty() ? ", no approvals yet" : ", approved by " + RequestPhrases.list(names)))
                .text(
                        request.scheduled()
                                ? Text.of("  ·  goes ").text(ScheduledRequestPhrases.when(request))
                                : Text.empty())
                .plain("  ·  expires ")
                .date(request.expires());
    }
}
