package dev.signalman.feature.links;

import dev.signalman.card.LinkPreview;
import dev.signalman.chat.Messenger;
import dev.signalman.command.Grammar;
import dev.signalman.command.Refusal;
import dev.signalman.command.Status;
import dev.signalman.command.Subject;
import dev.signalman.command.Unfurl;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.port.PipelineCardFactory;
import dev.signalman.subject.SubjectResolver;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Shows previews under links to pipelines, workflows and jobs, but not in channels with other organizations, nor where
 * the bot may not post: nobody there asked for it.
 */
final class UnfurlHandler implements Handler<Unfurl> {
    private final Grammar grammar;
    private final SubjectResolver subjectResolver;
    private final PipelineCardFactory pipelineCardFactory;
    private final Messenger messenger;

    @Inject
    UnfurlHandler(
            Grammar grammar,
            SubjectResolver subjectResolver,
            PipelineCardFactory pipelineCardFactory,
            Messenger messenger) {
        this.grammar = grammar;
        this.subjectResolver = subjectResolver;
        this.pipelineCardFactory = pipelineCardFactory;
        this.messenger = messenger;
    }

    @Override
    public Outcome handle(Unfurl command, Invocation invocation) {
        var channel = invocation.place().channel();
        var reach = messenger.reach(channel);
        if (reach.shared() || !reach.mayPost()) {
            return Outcome.nothing();
        }
        var shown = new ArrayList<Delivery>();
        for (var link : command.links()) {
            preview(link, invocation)
                    .ifPresent(preview -> shown.add(new Delivery.UnderLink(channel, command.message(), link, preview)));
        }
        return Outcome.deliver(shown.toArray(new Delivery[0]));
    }

    private Optional<LinkPreview> preview(String link, Invocation invocation) {
        var page = grammar.page(link.replace("&amp;", "&"));
        if (page.isEmpty() || !(page.get() instanceof Subject.Id id)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new LinkPreview(pipelineCardFactory.of(subjectResolver.pipeline(id, invocation, Status::new))));
        } catch (Refusal nothingThere) {
            return Optional.empty(); // a dead link gets no preview
        }
    }
}
