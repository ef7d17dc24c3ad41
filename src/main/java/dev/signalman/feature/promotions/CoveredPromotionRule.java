package dev.signalman.feature.promotions;

import dev.signalman.card.Text;
import dev.signalman.command.Promote;
import dev.signalman.command.Subject;
import dev.signalman.command.Suggestion;
import dev.signalman.domain.NearestName;
import dev.signalman.domain.NormalizedName;
import dev.signalman.domain.Pipeline;
import dev.signalman.port.KnownPromotions;
import dev.signalman.port.StartedFiles;
import dev.signalman.ruling.DeployStart;
import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Rule;
import dev.signalman.ruling.RuleTopic;
import dev.signalman.ruling.RuledProjectNames;
import dev.signalman.ruling.Verdict;
import dev.signalman.ruling.Wish;
import dev.signalman.subject.ProjectSettings;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In projects with rules, refuses promotions that no rule names. A pipeline's file decides what a promotion starts, and
 * everybody who may push can change that file. So a promotion must be named by a rule or under {@code projects:}, or be
 * known to start a file that no rule names, unless the configuration allows unnamed ones. The rule also refuses
 * promotions in renamed projects.
 */
final class CoveredPromotionRule implements Rule<CoveredPromotionRule.Facts> {
    private static final int MOST_OFFERED = 5;

    private final Supplier<Policies> policies;
    private final Supplier<ProjectSettings> settings;
    private final RuledProjectNames names;
    private final StartedFiles started;
    private final KnownPromotions known;

    @Inject
    CoveredPromotionRule(
            Supplier<Policies> policies,
            Supplier<ProjectSettings> settings,
            RuledProjectNames names,
            StartedFiles started,
            KnownPromotions known) {
        this.policies = policies;
        this.settings = settings;
        this.names = names;
        this.started = started;
        this.known = known;
    }

    /**
     * What is known of a promotion's name.
     *
     * @param naming the project's name in the rules
     * @param missing projects in the rules that do not exist; the project may be one of them under a new name
     * @param how what allows the promotion
     * @param files the files it is known to start, if nothing else names it
     * @param guarding the policies that name such a file
     * @param listed the promotions of the project under {@code projects:}
     * @param others known promotions that may have been meant
     */
    record Facts(
            RuledProjectNames.Naming naming,
            Set<String> missing,
            How how,
            Set<String> files,
            List<Policy> guarding,
            List<String> listed,
            List<String> others) {}

    /** What allows a promotion. */
    enum How {
        NO_RULES,
        RULE,
        PROJECTS,
        FILE,
        ALLOWED,
        NOTHING
    }

    @Override
    public RuleTopic topic() {
        return RuleTopic.NAME;
    }

    @Override
    public Facts gather(Wish wish) {
        var rules = policies.get();
        var project = wish.project();
        var naming = names.of(project);
        var listed = settings.get().of(naming.name()).promotions();
        var inProject = rules.in(naming.name());
        var missing = inProject.isEmpty() && !settings.get().byName().containsKey(project.name())
                ? names.missing()
                : Set.<String>of();
        var how = how(wish, rules, inProject, listed);
        if (how != How.NOTHING) {
            return new Facts(naming, missing, how, Set.of(), List.of(), listed, List.of());
        }
        var files = started.of(project, wish.promotion());
        var guarding = files.stream()
                .flatMap(file -> rules.naming(file, naming.name()).stream())
                .distinct()
                .toList();
        return new Facts(
                naming,
                missing,
                files.isEmpty() || !guarding.isEmpty() ? How.NOTHING : How.FILE,
                new TreeSet<>(files),
                guarding,
                listed,
                others(wish));
    }

    private static How how(Wish wish, Policies rules, List<Policy> inProject, List<String> listed) {
        if (inProject.isEmpty()) {
            return How.NO_RULES;
        }
        if (!wish.policies().isEmpty()) {
            return How.RULE;
        }
        if (!(wish.start() instanceof DeployStart.Promotion)) {
            return How.FILE; // its file is known, and was compared with the rules before
        }
        var plain = NormalizedName.of(wish.promotion());
        if (listed.stream().map(NormalizedName::of).anyMatch(plain::equals)) {
            return How.PROJECTS;
        }
        return rules.unnamed() ? How.ALLOWED : How.NOTHING;
    }

    private List<String> others(Wish wish) {
        var pipeline = wish.start().pipeline();
        return pipeline == null ? List.of() : others(wish, known.from(wish.project(), pipeline));
    }

    private static List<String> others(Wish wish, List<String> all) {
        return Stream.concat(NearestName.of(wish.promotion(), all, MOST_OFFERED).stream(), all.stream())
                .filter(name -> !name.equals(wish.promotion()))
                .distinct()
                .limit(MOST_OFFERED)
                .toList();
    }

    @Override
    public List<Judgement> judge(Wish wish, Facts facts) {
        if (facts.naming().renamed()) {
            return List.of(
                    Judgement.refused(topic(), renamed(wish, facts.naming().name())));
        }
        if (!facts.missing().isEmpty()) {
            return List.of(Judgement.refused(topic(), missing(wish, new TreeSet<>(facts.missing()))));
        }
        var other = otherFile(wish);
        if (other != null) {
            return List.of(Judgement.refused(topic(), other));
        }
        return List.of(
                switch (facts.how()) {
                    case NO_RULES ->
                        Judgement.met(topic(), "No rules for " + wish.project().name());
                    case RULE -> Judgement.met(topic(), "Named by a rule");
                    case PROJECTS -> Judgement.met(topic(), "Listed under projects in signalman.yml");
                    case FILE -> Judgement.met(topic(), "Starts no file that a rule protects");
                    case ALLOWED -> Judgement.met(topic(), "Named by no rule, which signalman.yml allows");
                    case NOTHING -> unnamed(wish, facts);
                });
    }

    /** Why a run, rebuild or rerun starts the wrong file; null if the file is right or not known yet. */
    private static @Nullable String otherFile(Wish wish) {
        var file = wish.start().statedFile();
        var listing = wish.policies().stream()
                .filter(policy -> !policy.files().isEmpty())
                .toList();
        if (file == null || listing.isEmpty() || listing.stream().anyMatch(policy -> policy.starts(file))) {
            return null;
        }
        var policy = listing.get(0);
        return wish.promotion() + " starts " + String.join(", ", policy.files()) + ", but this ran " + file + " ("
                + policy.place() + ".pipeline_files). Promote again to start the right file.";
    }

    private Judgement unnamed(Wish wish, Facts facts) {
        var project = wish.project().name();
        var said = facts.guarding().isEmpty()
                ? "Unknown promotion \"" + wish.promotion() + "\" of " + project
                        + ": no rule names it, and no earlier deploy shows which file it starts, so it could start "
                        + "what a rule of "
                        + project + " protects. To allow it, ask your Signalman admin to add \"" + line(wish, facts)
                        + "\" under projects in signalman.yml."
                : "No rule names \"" + wish.promotion() + "\" of " + project + ", and it starts "
                        + String.join(", ", facts.files()) + ", which the rule for "
                        + facts.guarding().get(0).name() + " protects ("
                        + facts.guarding().get(0).place()
                        + "). Ask your Signalman admin to add a rule for it under promotions in signalman.yml.";
        var pipeline = wish.start().pipeline();
        List<Suggestion> instead = pipeline == null
                ? List.of()
                : facts.others().stream()
                        .map(name -> new Suggestion(name, promote(name, wish, pipeline)))
                        .toList();
        return new Judgement(topic(), Verdict.REFUSED, Text.of(said), List.of(), Text.empty(), instead);
    }

    private static Promote promote(String name, Wish wish, Pipeline pipeline) {
        return new Promote(
                name, Subject.pipeline(pipeline.id()), wish.parameters(), wish.override(), false, wish.breakGlass());
    }

    private static String line(Wish wish, Facts facts) {
        var promotions = Stream.concat(facts.listed().stream(), Stream.of(wish.promotion()));
        return "- {name: " + YamlText.of(wish.project().name()) + ", promotions: ["
                + String.join(", ", promotions.map(YamlText::of).toList()) + "]}";
    }

    private static String renamed(Wish wish, String name) {
        var project = wish.project().name();
        return "This project was renamed: signalman.yml calls it \"" + name + "\", Semaphore \"" + project
                + "\". Promotions are blocked until your Signalman admin writes \"" + project
                + "\" in signalman.yml, or the project gets its old name back.";
    }

    private static String missing(Wish wish, Set<String> missing) {
        var project = wish.project().name();
        return "The rules in signalman.yml name " + String.join(", ", missing)
                + ", which I can't find in Semaphore. " + project
                + " might be meant, so promotions are blocked there. Ask your Signalman admin to correct the "
                + "name, or to list " + YamlText.of(project)
                + " under projects in signalman.yml.";
    }
}
