package dev.signalman.simulator.semaphore.http;

import dev.signalman.web.Reply;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with calls of one kind.
 *
 * @param path after {@code /api/v1alpha}; {@code *} stands for any text
 * @param times how many calls it strikes
 * @param acts whether Semaphore does what was asked before it happens
 * @param answer in place of Semaphore's own; null keeps that
 * @param gate what the call waits for before anything else, a minute at most, or null
 * @param answerGate what the answer waits for, when all is done, a minute at most, or null
 * @param delay how long the answer takes by the machine's own clock
 */
public record Fault(
        String method,
        String path,
        int times,
        boolean acts,
        @Nullable Reply answer,
        @Nullable CountDownLatch gate,
        @Nullable CountDownLatch answerGate,
        Duration delay) {

    /** A fault that does nothing yet, once; {@code method} may be {@code *}. */
    public static Fault on(String method, String path) {
        return new Fault(method, path, 1, true, null, null, null, Duration.ZERO);
    }

    /** A fault of every call. */
    public static Fault everywhere() {
        return on("*", "*").always();
    }

    public Fault times(int calls) {
        return new Fault(method, path, calls, acts, answer, gate, answerGate, delay);
    }

    public Fault always() {
        return times(Integer.MAX_VALUE);
    }

    /** Answers this, and Semaphore never hears of the call. */
    public Fault answers(Reply reply) {
        return new Fault(method, path, times, false, reply, gate, answerGate, delay);
    }

    /** Semaphore acts, but this is what comes back. */
    public Fault actsThenAnswers(Reply reply) {
        return new Fault(method, path, times, true, reply, gate, answerGate, delay);
    }

    /** As under load: 500 that says nothing. */
    public Fault internalError() {
        return answers(Answers.internalError());
    }

    /** The edge gives up waiting although the act happened. */
    public Fault actsThenTimesOut() {
        return actsThenAnswers(timedOut());
    }

    /** The edge gives up waiting, and nothing happened. */
    public Fault timesOut() {
        return answers(timedOut());
    }

    public Fault actsThenCuts() {
        return actsThenAnswers(Reply.cut());
    }

    public Fault cuts() {
        return answers(Reply.cut());
    }

    public Fault tooMany(Duration retryAfter) {
        return answers(Reply.text(429, "Too many requests").with("Retry-After", Long.toString(retryAfter.toSeconds())));
    }

    /** Somebody's web page in place of JSON. */
    public Fault html(int status) {
        var page = "<!DOCTYPE html><html><body><h1>Semaphore</h1></body></html>";
        var reply = Reply.text(status, page);
        return answers(new Reply(status, "text/html; charset=utf-8", reply.headers(), reply.body()));
    }

    /** The whole of Semaphore is away. */
    public Fault unavailable() {
        return answers(Reply.text(503, "no healthy upstream"));
    }

    /** The edge cannot ask who somebody is. */
    public Fault forbiddenAtTheEdge() {
        return answers(Reply.bare(403, ""));
    }

    /** The token is not known, for a while. */
    public Fault badToken() {
        return answers(Reply.bare(401, "Unauthorized"));
    }

    /** The caller's address is not on the organisation's list. */
    public Fault addressNotAllowed() {
        return answers(Reply.bare(404, AddressList.refusal("127.0.0.1")));
    }

    /** Nothing goes on until the gate opens. */
    public Fault waitsFor(CountDownLatch opens) {
        return new Fault(method, path, times, acts, answer, opens, answerGate, delay);
    }

    /** Semaphore acts, and nothing is heard of it until the gate opens. */
    public Fault answerWaitsFor(CountDownLatch opens) {
        return new Fault(method, path, times, acts, answer, gate, opens, delay);
    }

    /** The answer comes late. */
    public Fault slowBy(Duration time) {
        return new Fault(method, path, times, acts, answer, gate, answerGate, time);
    }

    boolean strikes(String calledMethod, String calledPath) {
        return (method.equals("*") || method.equals(calledMethod))
                && Pattern.matches(("\\Q" + path + "\\E").replace("*", "\\E.*\\Q"), calledPath);
    }

    private static Reply timedOut() {
        return Reply.text(504, "upstream request timeout");
    }
}
