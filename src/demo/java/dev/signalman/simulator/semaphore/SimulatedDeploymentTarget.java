package dev.signalman.simulator.semaphore;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A deployment target with rules about who may deploy what. */
public final class SimulatedDeploymentTarget {
    /** Its own condition, apart from being cordoned. */
    public enum Condition {
        SYNCING,
        USABLE,
        UNUSABLE
    }

    /**
     * A rule about who may deploy.
     *
     * @param type ANY, AUTO, USER, ROLE or GROUP
     * @param subjectId of a user, role or group
     */
    public record SubjectRule(String type, String subjectId) {}

    /**
     * A rule about what may be deployed.
     *
     * @param type BRANCH, TAG or PR
     * @param matchMode ALL, EXACT or REGEX
     */
    public record ObjectRule(String type, String matchMode, String pattern) {}

    private final String id;
    private final SimulatedProject project;
    private final String name;
    private final String createdBy;
    private final Instant createdAt;
    private final List<SubjectRule> subjects = new CopyOnWriteArrayList<>();
    private final List<ObjectRule> objects = new CopyOnWriteArrayList<>();
    private volatile Condition condition = Condition.USABLE;
    private volatile boolean cordoned;
    private volatile boolean missing;
    private volatile boolean withSubjects;
    private volatile boolean withObjects;
    private volatile String updatedBy;
    private volatile Instant updatedAt;
    private volatile String uniqueToken = "";

    SimulatedDeploymentTarget(String id, SimulatedProject project, String name, String createdBy, Instant createdAt) {
        this.id = id;
        this.project = project;
        this.name = name;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
        this.updatedBy = createdBy;
        this.updatedAt = createdAt;
    }

    /** Adds a rule; without any, everybody may deploy. */
    public SimulatedDeploymentTarget allows(SubjectRule rule) {
        withSubjects = true;
        subjects.add(rule);
        return this;
    }

    /** Adds a rule; without any, everything may be deployed. */
    public SimulatedDeploymentTarget allows(ObjectRule rule) {
        withObjects = true;
        objects.add(rule);
        return this;
    }

    /** Replaces the rules, as an update does; null leaves them, an empty list admits nobody or nothing. */
    public void updated(
            @Nullable List<SubjectRule> newSubjects,
            @Nullable List<ObjectRule> newObjects,
            String by,
            Instant at,
            String token) {
        if (newSubjects != null) {
            withSubjects = true;
            subjects.clear();
            subjects.addAll(newSubjects);
        }
        if (newObjects != null) {
            withObjects = true;
            objects.clear();
            objects.addAll(newObjects);
        }
        updatedBy = by;
        updatedAt = at;
        uniqueToken = token;
    }

    public SimulatedDeploymentTarget is(Condition now) {
        condition = now;
        return this;
    }

    /** Removes the target, although promotions still name it. */
    public SimulatedDeploymentTarget removed() {
        missing = true;
        return this;
    }

    public SimulatedDeploymentTarget cordon(boolean closed) {
        cordoned = closed;
        return this;
    }

    /** Why {@code subject} (a user's id, or {@link PromotionEvent#BY_ITSELF}) may not deploy this branch; null if it may. */
    @Nullable
    String refusal(String subject, SimulatedWorkflow workflow) {
        if (missing) {
            return "deployment target not found";
        }
        if (condition == Condition.SYNCING) {
            return "deployment target is syncing";
        }
        if (condition == Condition.UNUSABLE) {
            return "deployment target is corrupted";
        }
        if (cordoned) {
            return "deployment target is cordoned";
        }
        if (withObjects && objects.stream().noneMatch(rule -> admits(rule, workflow))) {
            return "object not allowed";
        }
        if (withSubjects && subjects.stream().noneMatch(rule -> admits(rule, subject))) {
            return "subject not allowed";
        }
        return null;
    }

    private static boolean admits(SubjectRule rule, String subject) {
        return switch (rule.type()) {
            case "ANY" -> true;
            case "AUTO" -> subject.equals(PromotionEvent.BY_ITSELF);
            case "USER" -> rule.subjectId().equals(subject);
            default -> false; // roles are not simulated, and the server does not look at groups
        };
    }

    private static boolean admits(ObjectRule rule, SimulatedWorkflow workflow) {
        var name = workflow.branchName();
        var type = name.startsWith("refs/tags/") ? "TAG" : name.startsWith("pull-request-") ? "PR" : "BRANCH";
        return rule.type().equals(type)
                && switch (rule.matchMode()) {
                    case "ALL" -> true;
                    case "EXACT" -> rule.pattern().equals(workflow.label());
                    default ->
                        Pattern.compile(rule.pattern())
                                .matcher(workflow.label())
                                .find();
                };
    }

    public String id() {
        return id;
    }

    public SimulatedProject project() {
        return project;
    }

    public String name() {
        return name;
    }

    public String createdBy() {
        return createdBy;
    }

    /** The account that changed it last. */
    public String updatedBy() {
        return updatedBy;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** The token of the last update; a further one with it changes nothing. */
    public String uniqueToken() {
        return uniqueToken;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public List<SubjectRule> subjects() {
        return withSubjects ? List.copyOf(subjects) : List.of(new SubjectRule("ANY", ""));
    }

    public List<ObjectRule> objects() {
        return withObjects
                ? List.copyOf(objects)
                : List.of(
                        new ObjectRule("BRANCH", "ALL", ""),
                        new ObjectRule("TAG", "ALL", ""),
                        new ObjectRule("PR", "ALL", ""));
    }

    /** SYNCING, USABLE, UNUSABLE or CORDONED. */
    public String state() {
        return condition == Condition.USABLE && cordoned ? "CORDONED" : condition.name();
    }

    public boolean isCordoned() {
        return cordoned;
    }

    public boolean isSyncing() {
        return condition == Condition.SYNCING;
    }

    public boolean isMissing() {
        return missing;
    }
}
