package dev.signalman.app.policy;

import dev.signalman.app.config.FileMapping;
import dev.signalman.domain.Actor;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.Project;
import dev.signalman.domain.Result;
import dev.signalman.feature.locks.GivenLock;
import dev.signalman.ruling.Vote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads one case. */
final class CaseSection {
    /** What a case may say. */
    static final Set<String> KEYS = Set.of(
            "name",
            "way",
            "project",
            "promotion",
            "branch",
            "from",
            "starts",
            "result",
            "parameters",
            "override",
            "by",
            "pushed_by",
            "votes",
            "locks",
            "break_glass",
            "overtaken",
            "at",
            "expect",
            "because");

    /** What may be said for all cases at once. */
    static final Set<String> DEFAULTS = defaults();

    /** Semaphore's own file, from which most deploys are promoted. */
    private static final String USUAL_FILE = ".semaphore/semaphore.yml";

    private static final Map<String, Optional<Result>> RESULTS = Map.of(
            "passed", Optional.of(Result.PASSED),
            "failed", Optional.of(Result.FAILED),
            "stopped", Optional.of(Result.STOPPED),
            "canceled", Optional.of(Result.CANCELED),
            "running", Optional.empty());

    private final FileMapping entry;
    private final CaseWorkspace workspace;

    CaseSection(FileMapping entry, CaseWorkspace workspace) {
        this.entry = entry;
        this.workspace = workspace;
    }

    private static Set<String> defaults() {
        var keys = new TreeSet<>(KEYS);
        keys.removeAll(Set.of("name", "expect", "because"));
        return Set.copyOf(keys);
    }

    /** The case; null when it has faults. */
    @Nullable
    PolicyCase read() {
        var name = entry.requiredText("name");
        var way = way();
        var at = time(entry, "at", true);
        var expected = expected();
        var project = entry.requiredText("project");
        var promotion = way.ofAPromotion() ? entry.requiredText("promotion") : orNothing(entry.text("promotion"));
        var starts = way.ofAFile() ? entry.requiredText("starts") : entry.text("starts");
        var branch = way == CaseAction.UNLOCK ? orNothing(entry.text("branch")) : entry.requiredText("branch");
        var from = entry.text("from");
        var result = result();
        var contributors = entry.texts("pushed_by");
        var because = entry.texts("because");
        if (at == null || expected == null) {
            return null;
        }
        var where = new Project(project, project, "", "", USUAL_FILE);
        return new PolicyCase(
                name,
                entry.place(),
                way,
                where,
                // a direct start is judged by its file alone
                way == CaseAction.RUN || way == CaseAction.RERUN ? "" : promotion,
                GitRef.parse(branch),
                from == null ? USUAL_FILE : from,
                starts,
                result.orElse(null),
                parameters(),
                entry.truth("override", false),
                by(way),
                contributors,
                votes(),
                locks(where, promotion, at, way),
                glass(),
                entry.truth("overtaken", false),
                at,
                expected,
                because == null ? List.of() : because,
                workspace);
    }

    private CaseAction way() {
        var word = entry.text("way");
        if (word == null) {
            return CaseAction.PROMOTE;
        }
        return CaseAction.read(word).orElseGet(() -> {
            entry.fault("way", "must be one of " + CaseAction.words());
            return CaseAction.PROMOTE;
        });
    }

    private @Nullable CaseOutcome expected() {
        var word = entry.requiredText("expect");
        var answer = CaseOutcome.read(word);
        if (!word.isEmpty() && answer.isEmpty()) {
            entry.fault("expect", "must be one of " + CaseOutcome.words());
        }
        return answer.orElse(null);
    }

    private static @Nullable Instant time(FileMapping mapping, String key, boolean required) {
        var text = required ? mapping.requiredText(key) : mapping.text(key);
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return CaseTime.read(text);
        } catch (IllegalArgumentException faulty) {
            mapping.fault(key, String.valueOf(faulty.getMessage()));
            return null;
        }
    }

    /** The result; empty while the pipeline runs. */
    private Optional<Result> result() {
        var word = entry.text("result");
        var result = RESULTS.get(word == null ? "passed" : word);
        if (result == null) {
            entry.fault("result", "must be one of " + String.join(", ", new TreeSet<>(RESULTS.keySet())));
            return Optional.of(Result.UNKNOWN);
        }
        return result;
    }

    private Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        var section = entry.mapping("parameters");
        if (section != null) {
            section.keys().forEach(name -> parameters.put(name, section.requiredText(name)));
        }
        return parameters;
    }

    private String by(CaseAction way) {
        var who = entry.requiredText("by");
        var nobody =
                way == CaseAction.GATE && (who.equals(PolicyCase.SCHEDULE) || who.equals(PolicyCase.AUTO_PROMOTION));
        return nobody ? who : person(entry, "by", who);
    }

    private String person(FileMapping mapping, String key, String id) {
        if (!id.isEmpty() && !workspace.people().containsKey(id)) {
            mapping.fault(key, "\"" + id + "\" isn't listed under people");
        }
        return id;
    }

    private String named(String id) {
        return workspace.nameOf(id);
    }

    private List<Vote> votes() {
        var votes = new ArrayList<Vote>();
        var section = entry.mapping("votes");
        if (section == null) {
            return votes;
        }
        for (var id : section.keys()) {
            var word = section.requiredText(id);
            if (!word.equals("approve") && !word.equals("reject")) {
                section.fault(id, "must be approve or reject");
            }
            votes.add(new Vote(person(section, id, id), named(id), word.equals("approve"), CaseFacts.CaseFactors.ID));
        }
        return votes;
    }

    private List<GivenLock> locks(Project project, String promotion, Instant at, CaseAction way) {
        var locks = new ArrayList<GivenLock>();
        for (var lock : entry.mappings("locks")) {
            lock.allow(Set.of("project", "promotion", "by", "until", "because"));
            var where = lock.text("project");
            var what = lock.text("promotion");
            var holder = person(lock, "by", lock.requiredText("by"));
            if (what == null && promotion.isEmpty()) {
                lock.fault("promotion", "is missing; say what is locked");
            }
            locks.add(new GivenLock(
                    where == null ? project : new Project(where, where, "", "", USUAL_FILE),
                    what == null ? promotion : what,
                    new Actor(holder, named(holder), null),
                    at,
                    time(lock, "until", false),
                    lock.text("because")));
        }
        if (way == CaseAction.UNLOCK && locks.isEmpty()) {
            entry.fault("locks", "is missing; list the lock that is to end");
        }
        return locks;
    }

    private PolicyCase.@Nullable Glass glass() {
        if (!entry.has("break_glass")) {
            return null;
        }
        if (!entry.holdsMapping("break_glass")) {
            return new PolicyCase.Glass(orNothing(entry.text("by")), entry.requiredText("break_glass"));
        }
        var section = entry.mapping("break_glass");
        if (section == null) {
            return null;
        }
        section.allow(Set.of("by", "because"));
        return new PolicyCase.Glass(person(section, "by", section.requiredText("by")), section.requiredText("because"));
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : text;
    }
}
