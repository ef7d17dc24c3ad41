package dev.signalman.domain;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules of a deployment target: whoever is among the subjects may promote what is among the references. An empty list
 * admits nobody, or nothing.
 */
public record TargetAccess(List<AdmittedSubject> subjects, List<AdmittedRef> refs) {
    /** Keeps its own copies. */
    public TargetAccess {
        subjects = List.copyOf(subjects);
        refs = List.copyOf(refs);
    }

    /** Admits one subject, and the references that a rule's {@code branches:} name. */
    public static TargetAccess only(AdmittedSubject subject, List<RefPattern> branches) {
        return new TargetAccess(List.of(subject), AdmittedRef.of(branches));
    }

    /** Whether this subject alone may promote. */
    public boolean admitsOnly(AdmittedSubject subject) {
        return Set.copyOf(subjects).equals(Set.of(subject));
    }

    /** Whether both admit the same, whatever the order. */
    public boolean sameAs(TargetAccess other) {
        return Set.copyOf(subjects).equals(Set.copyOf(other.subjects))
                && Set.copyOf(refs).equals(Set.copyOf(other.refs));
    }

    /** Who may promote, in words. */
    public String who() {
        return subjects.isEmpty()
                ? "nobody"
                : subjects.stream().map(AdmittedSubject::spoken).distinct().collect(Collectors.joining(", "));
    }

    /** What may be promoted, in words. */
    public String what() {
        return refs.isEmpty()
                ? "nothing"
                : refs.stream().map(AdmittedRef::spoken).distinct().collect(Collectors.joining(", "));
    }
}
