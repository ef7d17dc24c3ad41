package dev.signalman.feature.promotions;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.domain.Project;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.storage.DatabaseOpenResult;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.ProjectSettings;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Checks that the rules name projects that the token sees, and promotions that {@code projects:} lists, if it lists
 * any. Semaphore has no list of possible promotions (docs/semaphore.md, "Promotions").
 */
final class PromotionRulesCheck implements Check {
    private static final String RULES = "promotions in signalman.yml";

    private final Supplier<Policies> rules;
    private final Supplier<ProjectSettings> settings;
    private final ProjectDirectory directory;
    private final DatabaseOpenResult databaseOpenResult;

    @Inject
    PromotionRulesCheck(
            Supplier<Policies> rules,
            Supplier<ProjectSettings> settings,
            ProjectDirectory directory,
            DatabaseOpenResult databaseOpenResult) {
        this.rules = rules;
        this.settings = settings;
        this.directory = directory;
        this.databaseOpenResult = databaseOpenResult;
    }

    @Override
    public String about() {
        return RULES;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        var all = rules.get().all();
        if (all.isEmpty()) {
            return List.of();
        }
        var checkResults = new ArrayList<CheckResult>();
        all.forEach(rule -> names(rule, checkResults));
        try {
            var there = directory.all();
            var seen = new ArrayList<>(there.stream().map(Project::name).toList());
            renamed(there).forEach((name, project) -> {
                checkResults.add(renamed(name, project));
                seen.add(name);
            });
            all.forEach(rule -> projects(rule, seen, checkResults));
        } catch (SemaphoreException silent) {
            checkResults.add(CheckResult.unknown(
                    RULES,
                    "Semaphore didn't return the projects that they name.",
                    "Fix the Semaphore problem above, then run doctor again."));
        }
        return checkResults.isEmpty()
                ? List.of(CheckResult.fine(RULES, "No problems found."))
                : List.copyOf(checkResults);
    }

    /** Renamed projects, by their names in the rules. */
    private Map<String, Project> renamed(List<Project> there) {
        var bound = databaseOpenResult
                .having("ruled_project")
                .map(database -> JdbiRuledProjectNames.bound(database.jdbi()))
                .orElse(Map.of());
        var renamed = new TreeMap<String, Project>();
        for (var name : rules.get().projects()) {
            there.stream()
                    .filter(project -> project.id().equals(bound.get(name))
                            && !project.name().equals(name))
                    .forEach(project -> renamed.put(name, project));
        }
        return renamed;
    }

    private static CheckResult renamed(String name, Project project) {
        return CheckResult.wrong(
                RULES + ", " + name,
                name + " is now called " + project.name()
                        + " in Semaphore. Promotions there are blocked until the rules use that name.",
                "Replace \"" + name + "\" with \"" + project.name() + "\", or rename the project back.");
    }

    private static void projects(Policy rule, List<String> seen, List<CheckResult> checkResults) {
        rule.projects().stream()
                .filter(name -> !seen.contains(name))
                .forEach(name -> checkResults.add(CheckResult.wrong(
                        RULES + ", " + rule.name() + " of " + name,
                        "The rule for \"" + rule.name() + "\" names project \"" + name
                                + "\", which isn't found in Semaphore. Until it is, promotions are blocked in projects that "
                                + "the file doesn't mention, since one of them could be meant.",
                        "Correct the name, or add the bot's account to that project in Semaphore.")));
    }

    private void names(Policy rule, List<CheckResult> checkResults) {
        Set<String> known = new TreeSet<>();
        settings.get().byName().forEach((project, setting) -> {
            if (rule.projects().isEmpty() || rule.projects().contains(project)) {
                known.addAll(setting.promotions());
            }
        });
        var spokenOf = settings.get().byName().keySet().stream()
                .anyMatch(project -> known.stream().anyMatch(name -> rule.matches(name, project)));
        if (!known.isEmpty() && !spokenOf) {
            checkResults.add(CheckResult.worthALook(
                    RULES + ", " + rule.name(),
                    "The rule for \"" + rule.name() + "\" matches none of the promotions listed under projects ("
                            + String.join(", ", known) + ").",
                    "Correct its name, or list the promotion under projects."));
        }
    }
}
