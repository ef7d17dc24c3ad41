package dev.signalman.app.config;

import dev.signalman.domain.AdmittedSubject;
import dev.signalman.domain.RefPattern;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Approvals.Notify;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Policy.Parameter;
import dev.signalman.ruling.StepUp;
import dev.signalman.semaphore.TokenChoice;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code promotions}: the conditions of promotions. */
final class PolicySection {
    private static final Set<String> KEYS = Set.of(
            "name",
            "projects",
            "from",
            "branches",
            "pipeline_files",
            "parameters",
            "as",
            "freeze",
            "approvals",
            "approvers",
            "channel",
            "notify",
            "self_approval",
            "not_by",
            "expires_after",
            "remind_after",
            "break_glass",
            "unlock",
            "gate",
            "enforce",
            "step_up");

    private static final Map<String, StepUp> STEPS = Map.of(
            "votes", StepUp.VOTES,
            "last_vote", StepUp.LAST_VOTE,
            "break_glass", StepUp.BREAK_GLASS,
            "all", StepUp.ALL);

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    private PolicySection() {}

    /**
     * @param keyed whether people can link their own tokens
     */
    static Policies read(@Nullable FileMapping file, boolean keyed) {
        List<Policy> policies = new ArrayList<>();
        for (var entry : file == null ? List.<FileMapping>of() : file.mappings("promotions")) {
            policies.add(policy(entry, "promotions[" + policies.size() + "]", keyed));
        }
        return new Policies(policies, unnamed(file), deploysAs(file));
    }

    private static @Nullable AdmittedSubject deploysAs(@Nullable FileMapping file) {
        var text = file == null ? null : file.text("deploys_as");
        if (text == null) {
            return null;
        }
        var subject = AdmittedSubject.parse(text).orElse(null);
        if (subject == null) {
            Objects.requireNonNull(file)
                    .fault("deploys_as", "must be user: or role: and an id of Semaphore, such as user:3f2b8c1d-…");
        }
        return subject;
    }

    private static boolean unnamed(@Nullable FileMapping file) {
        var word = file == null ? null : file.text("unnamed");
        if (word == null || word.equals("allow")) {
            return word != null;
        }
        if (!word.equals("refuse")) {
            Objects.requireNonNull(file).fault("unnamed", "must be allow or refuse (the default)");
        }
        return false;
    }

    private static Policy policy(FileMapping entry, String place, boolean keyed) {
        for (var key : entry.keys()) {
            if (!KEYS.contains(key)) {
                entry.unknown(key, KEYS);
            }
        }
        return new Policy(
                place,
                entry.requiredText("name"),
                some(entry, "projects", "every project"),
                some(entry, "pipeline_files", "none"),
                some(entry, "from", "any"),
                branches(entry),
                entry.has("parameters") ? parameters(entry) : null,
                approvals(entry),
                as(entry, keyed),
                FreezeSection.read(entry),
                people(entry, "break_glass", "nobody"),
                people(entry, "unlock", "the approvers"),
                entry.truth("gate", false),
                enforced(entry),
                stepUp(entry, keyed));
    }

    /** Which decisions need a second factor; without a key nobody can have one, so nothing could be decided. */
    private static StepUp stepUp(FileMapping entry, boolean keyed) {
        var word = entry.text("step_up");
        if (word == null) {
            return StepUp.NONE;
        }
        var demanded = STEPS.get(word);
        if (demanded == null) {
            entry.fault("step_up", "must be votes, last_vote, break_glass or all");
            return StepUp.NONE;
        }
        if (!keyed) {
            entry.fault(
                    "step_up",
                    "needs people's second factors, which can't be stored without SIGNALMAN_ENCRYPTION_KEY; set it, or "
                            + "remove step_up");
        }
        return demanded;
    }

    /** Whether a deployment target enforces the rule. It admits one account, so people's own tokens are no use there. */
    private static boolean enforced(FileMapping entry) {
        var word = entry.text("enforce");
        if (word == null) {
            return false;
        }
        if (!word.equals("target")) {
            entry.fault("enforce", "must be target");
        }
        var as = entry.text("as");
        if (as != null && !as.equals("service")) {
            entry.fault(
                    "enforce",
                    "lets only the bot's account promote, but as is " + as + "; use as: service, or remove enforce");
        }
        return true;
    }

    /** A list that is not empty; an empty one is a fault, since it could mean everything or nothing. */
    private static List<String> some(FileMapping entry, String key, String meaning) {
        var texts = entry.texts(key);
        if (texts != null && texts.isEmpty()) {
            entry.fault(key, "is empty; list some, or remove it for " + meaning);
        }
        return texts == null ? List.of() : texts;
    }

    private static Approvals approvals(FileMapping entry) {
        int needed = entry.number("approvals", 0, 0, 100);
        var approvers = entry.texts("approvers");
        var self = entry.truth("self_approval", false);
        if (approvers != null) {
            ids(entry, "approvers", approvers);
            unmeetable(entry, needed, Set.copyOf(approvers));
        } else if (needed > 0) {
            entry.fault(
                    "approvals",
                    "is " + needed + ", but nobody can approve; list people or user groups under approvers");
        }
        var channel = entry.text("channel");
        if (channel != null && !channel.matches("[CG][A-Z0-9]{2,}")) {
            entry.fault("channel", "must be the channel's id (C…, at the end of its details in Slack), not its name");
        }
        var life = span(entry, "expires_after", entry.text("expires_after"), Approvals.USUAL_LIFE);
        return new Approvals(
                needed,
                approvers == null ? List.of() : approvers,
                channel,
                notify(entry),
                self,
                notBy(entry),
                life,
                reminders(entry, life));
    }

    private static List<String> people(FileMapping entry, String key, String otherwise) {
        var named = some(entry, key, otherwise);
        ids(entry, key, named);
        return named;
    }

    private static List<RefPattern> branches(FileMapping entry) {
        var patterns = new ArrayList<RefPattern>();
        for (var text : some(entry, "branches", "any")) {
            try {
                patterns.add(new RefPattern(text));
            } catch (IllegalArgumentException faulty) {
                entry.fault("branches", "\"" + text + "\" " + faulty.getMessage());
            }
        }
        return patterns;
    }

    private static boolean notBy(FileMapping entry) {
        var words = some(entry, "not_by", "the requester only");
        words.stream()
                .filter(word -> !word.equals("author"))
                .forEach(word -> entry.fault("not_by", "\"" + word + "\" isn't known; use author"));
        return !words.isEmpty();
    }

    private static void ids(FileMapping entry, String key, List<String> ids) {
        ids.stream()
                .filter(id -> !id.matches("[SUW][A-Z0-9]{2,}"))
                .forEach(id -> entry.fault(
                        key, "\"" + id + "\" isn't a Slack id; use a user group (S…) or a person (U… or W…)"));
    }

    private static void unmeetable(FileMapping entry, int needed, Set<String> approvers) {
        if (needed == 0) {
            return;
        }
        if (approvers.isEmpty()) {
            entry.fault("approvers", "is empty, so nothing could be promoted; list people or user groups");
            return;
        }
        boolean peopleAlone = approvers.stream().noneMatch(id -> id.startsWith("S"));
        if (peopleAlone && approvers.size() < needed) {
            entry.fault(
                    "approvers",
                    "lists " + approvers.size() + ", but " + needed
                            + " approvals from different people are needed; list more, or need fewer");
        }
    }

    private static TokenChoice as(FileMapping entry, boolean keyed) {
        var word = entry.text("as");
        if (word == null) {
            return TokenChoice.SERVICE;
        }
        for (var each : TokenChoice.values()) {
            if (each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                if (each == TokenChoice.PERSON && !keyed) {
                    entry.fault(
                            "as",
                            "needs people's own tokens, which can't be linked without SIGNALMAN_ENCRYPTION_KEY; set it, "
                                    + "or use service");
                }
                return each;
            }
        }
        entry.fault("as", "must be service, person or person-or-service");
        return TokenChoice.SERVICE;
    }

    private static Notify notify(FileMapping entry) {
        var word = entry.text("notify");
        for (var each : Notify.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                return each;
            }
        }
        if (word != null) {
            entry.fault("notify", "must be mention, dm or none");
        }
        return Notify.MENTION;
    }

    private static List<Duration> reminders(FileMapping entry, Duration life) {
        var reminders = new ArrayList<Duration>();
        var texts = entry.texts("remind_after");
        for (var text : texts == null ? List.<String>of() : texts) {
            var span = span(entry, "remind_after", text, SHORTEST);
            if (span.compareTo(life) >= 0) {
                entry.fault("remind_after", text + " isn't before the request expires, after " + life);
            }
            reminders.add(span);
        }
        return reminders;
    }

    private static Duration span(FileMapping entry, String key, @Nullable String text, Duration otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            var span = Duration.parse(text);
            if (span.compareTo(SHORTEST) >= 0 && span.compareTo(LONGEST) <= 0) {
                return span;
            }
        } catch (DateTimeParseException malformed) {
            entry.fault(key, "must be an ISO-8601 duration, such as PT4H");
            return otherwise;
        }
        entry.fault(key, "must be at least PT1M and at most P30D");
        return otherwise;
    }

    private static List<Parameter> parameters(FileMapping rule) {
        return rule.mappings("parameters").stream()
                .map(PolicySection::parameter)
                .toList();
    }

    private static Parameter parameter(FileMapping entry) {
        entry.allow(Set.of("name", "required", "options", "description"));
        var name = entry.requiredText("name");
        if (!name.isEmpty() && !name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            entry.fault("name", "must be letters, digits and underscores, and not start with a digit");
        }
        var description = entry.text("description");
        return new Parameter(
                name,
                entry.truth("required", false),
                some(entry, "options", "any value"),
                description == null ? "" : description);
    }
}
