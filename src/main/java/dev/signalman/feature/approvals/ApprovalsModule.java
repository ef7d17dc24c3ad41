package dev.signalman.feature.approvals;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import dev.signalman.command.Approve;
import dev.signalman.command.BreakGlass;
import dev.signalman.command.Grant;
import dev.signalman.command.ListApprovals;
import dev.signalman.command.Reject;
import dev.signalman.command.Review;
import dev.signalman.command.Withdraw;
import dev.signalman.dispatch.HandlerBinder;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.feature.approvals.breakglass.BreakGlassForm;
import dev.signalman.feature.approvals.breakglass.BreakGlassHandler;
import dev.signalman.feature.approvals.breakglass.BreakGlassProcessor;
import dev.signalman.feature.approvals.breakglass.BrokenGlassReconciler;
import dev.signalman.feature.approvals.breakglass.GlassReviewHomePart;
import dev.signalman.feature.approvals.breakglass.GlassReviewers;
import dev.signalman.feature.approvals.breakglass.ReviewHandler;
import dev.signalman.feature.approvals.request.BrokenGlassStore;
import dev.signalman.feature.approvals.request.RequestPlacement;
import dev.signalman.feature.approvals.request.RequestRowMapper;
import dev.signalman.feature.approvals.request.RequestSchedule;
import dev.signalman.feature.approvals.request.RequestStore;
import dev.signalman.feature.approvals.request.RequestedPromotion;
import dev.signalman.feature.approvals.rule.ApprovalRecipientFinder;
import dev.signalman.feature.approvals.rule.ApprovalRuleModule;
import dev.signalman.feature.approvals.rule.ApproversCheck;
import dev.signalman.feature.approvals.rule.ContributorLookup;
import dev.signalman.feature.approvals.rule.GlassBreakersCheck;
import dev.signalman.feature.approvals.rule.GroupMembers;
import dev.signalman.feature.approvals.rule.ShippedContributors;
import dev.signalman.feature.approvals.rule.VoteStepUp;
import dev.signalman.feature.approvals.view.ApprovalCardFactory;
import dev.signalman.feature.approvals.view.GlassReviewCards;
import dev.signalman.feature.approvals.view.RequestCardUpdater;
import dev.signalman.feature.approvals.vote.ApproveForm;
import dev.signalman.feature.approvals.vote.ApproveHandler;
import dev.signalman.feature.approvals.vote.DeployFollower;
import dev.signalman.feature.approvals.vote.GrantExecutor;
import dev.signalman.feature.approvals.vote.OwnRequestsHomePart;
import dev.signalman.feature.approvals.vote.PendingVotesHomePart;
import dev.signalman.feature.approvals.vote.RejectForm;
import dev.signalman.feature.approvals.vote.RejectHandler;
import dev.signalman.feature.approvals.vote.RequestCloser;
import dev.signalman.feature.approvals.vote.RequestReconciler;
import dev.signalman.feature.approvals.vote.ScheduledRequestProcessor;
import dev.signalman.feature.approvals.vote.VoteProcessor;
import dev.signalman.feature.approvals.vote.WithdrawHandler;
import dev.signalman.port.ContributorEmails;
import dev.signalman.port.HomePart;
import dev.signalman.port.OwnRequests;
import dev.signalman.ruling.ApprovalRequests;
import dev.signalman.storage.Migrations;

/** Binds approval requests, votes and break-glass. */
public final class ApprovalsModule extends AbstractModule {
    public static final Migrations MIGRATIONS = new Migrations("dev/signalman/feature/approvals/migrations");

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Migrations.class).addBinding().toInstance(MIGRATIONS);
        HandlerBinder.handlers(binder())
                .bind(Approve.class, ApproveHandler.class)
                .ask(Approve.class, ApproveForm.class)
                .bind(Reject.class, RejectHandler.class)
                .ask(Reject.class, RejectForm.class)
                .bind(Withdraw.class, WithdrawHandler.class)
                .bind(ListApprovals.class, ListApprovalsHandler.class)
                .bind(BreakGlass.class, BreakGlassHandler.class)
                .ask(BreakGlass.class, BreakGlassForm.class)
                .bind(Review.class, ReviewHandler.class)
                .carry(Grant.class, GrantExecutor.class);
        bind(ApproversCheck.class);
        bind(GlassBreakersCheck.class);
        var checks = Multibinder.newSetBinder(binder(), Check.class);
        checks.addBinding().to(ApproversCheck.class);
        checks.addBinding().to(GlassBreakersCheck.class);
        var home = Multibinder.newSetBinder(binder(), HomePart.class);
        home.addBinding().to(PendingVotesHomePart.class);
        home.addBinding().to(GlassReviewHomePart.class);
        home.addBinding().to(OwnRequestsHomePart.class);
        var reconcilers = Multibinder.newSetBinder(binder(), Reconciler.class);
        reconcilers.addBinding().to(RequestReconciler.class);
        reconcilers.addBinding().to(BrokenGlassReconciler.class);
        install(new ApprovalRuleModule());
        for (var one : new Class<?>[] {
            ApprovalCardFactory.class,
            BreakGlassProcessor.class,
            DeployFollower.class,
            RequestPlacement.class,
            ApprovalRecipientFinder.class,
            RequestCloser.class,
            BrokenGlassReconciler.class,
            BrokenGlassStore.class,
            GroupMembers.class,
            RequestOpener.class,
            OwnRequestReader.class,
            OwnRequestsHomePart.class,
            RequestedPromotion.class,
            RequestSchedule.class,
            RequestRowMapper.class,
            RequestReconciler.class,
            ScheduledRequestProcessor.class,
            RequestStore.class,
            RequestCardUpdater.class,
            GlassReviewCards.class,
            GlassReviewers.class,
            GlassReviewHomePart.class,
            VoteProcessor.class,
            VoteStepUp.class,
            PendingVotesHomePart.class
        }) {
            bind(one).in(Scopes.SINGLETON);
        }
        bind(OwnRequests.class).to(OwnRequestReader.class);
        bind(ApprovalRequests.class).to(RequestOpener.class);
        bind(ShippedContributors.class).in(Scopes.SINGLETON);
        bind(ContributorLookup.class).to(ShippedContributors.class);
        bind(ContributorEmails.class).to(ShippedContributors.class);
    }
}
