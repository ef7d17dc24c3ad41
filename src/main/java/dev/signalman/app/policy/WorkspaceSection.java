package dev.signalman.app.policy;

import dev.signalman.app.config.FileMapping;
import dev.signalman.domain.Person;
import dev.signalman.domain.Person.Standing;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the keys {@code people} and {@code groups} of a file of cases. */
final class WorkspaceSection {
    private static final String UNKNOWN = "unknown";

    private final Map<String, Person> people = new HashMap<>();
    private final Set<String> linked = new HashSet<>();
    private final Map<String, List<String>> groups = new HashMap<>();
    private final Set<String> silent = new HashSet<>();

    private WorkspaceSection() {}

    static CaseWorkspace read(FileMapping file) {
        var section = new WorkspaceSection();
        var people = file.mapping("people");
        if (people != null) {
            people.keys().forEach(id -> section.person(people, id));
        }
        var groups = file.mapping("groups");
        if (groups != null) {
            groups.keys().forEach(id -> section.group(groups, id));
        }
        return new CaseWorkspace(section.people, section.linked, section.groups, section.silent);
    }

    private void person(FileMapping all, String id) {
        if (!id.matches("[UW][A-Z0-9]{2,}")) {
            all.fault(id, "isn't the Slack id of a person (U… or W…)");
        }
        if (!all.holdsMapping(id)) {
            people.put(id, new Person(id, all.requiredText(id), "", Standing.MEMBER));
            return;
        }
        var entry = all.mapping(id);
        if (entry == null) {
            return;
        }
        entry.allow(Set.of("name", "standing", "linked"));
        people.put(id, new Person(id, entry.requiredText("name"), "", standing(entry)));
        if (entry.truth("linked", false)) {
            linked.add(id);
        }
    }

    private static Standing standing(FileMapping entry) {
        var word = entry.text("standing");
        for (var each : Standing.values()) {
            if (word == null || word(each).equals(word)) {
                return word == null ? Standing.MEMBER : each;
            }
        }
        entry.fault(
                "standing",
                "must be "
                        + Arrays.stream(Standing.values())
                                .map(WorkspaceSection::word)
                                .collect(Collectors.joining(", ")));
        return Standing.MEMBER;
    }

    private static String word(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    private void group(FileMapping all, String id) {
        if (!id.matches("S[A-Z0-9]{2,}")) {
            all.fault(id, "isn't the Slack id of a user group (S…)");
        }
        var members = all.texts(id);
        if (members == null) {
            return;
        }
        if (members.equals(List.of(UNKNOWN))) {
            silent.add(id);
            return;
        }
        members.stream()
                .filter(member -> !people.containsKey(member))
                .forEach(member -> all.fault(id, "\"" + member + "\" isn't listed under people"));
        groups.put(id, members);
    }
}
