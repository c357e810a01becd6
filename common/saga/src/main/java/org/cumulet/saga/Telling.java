package org.cumulet.saga;

import java.time.Duration;
import org.cumulet.saga.AtWork.Stop;
import org.cumulet.saga.Ledger.News;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// One saga told from where it was left: forward step by step, back where that fails, saved after every move.
final class Telling {

    private static final Logger LOG = Logger.getLogger(Telling.class);

    private final Story<Object> story;
    private final Taken saga;
    private final AtWork work;
    private final Ledger ledger;

    Telling(Story<Object> story, Taken saga, AtWork work, Ledger ledger) {
        this.story = story;
        this.saga = saga;
        this.work = work;
        this.ledger = ledger;
    }

    /// Returns when the saga is over or put down for later.
    void tell() throws LeaseLost {
        try {
            var now = saga.progress();
            var news = new News(saga.aborting(), saga.late());
            for (; !now.state().isOver(); news = save(now)) {
                now = advance(now, news);
            }
        } catch (Postponed later) {
            ledger.later(saga, later.progress(), later.trouble(), later.waiting());
        }
    }

    private News save(Progress now) throws LeaseLost {
        if (now.state().isOver()) {
            ledger.end(saga, now);
            return new News(null, false);
        }
        return ledger.save(saga, now);
    }

    private Progress advance(Progress now, News news) throws LeaseLost, Postponed {
        return switch (now.state()) {
            case RUNNING -> forward(now, news);
            case UNDOING -> now.step() >= 0 ? back(now) : close(now);
            case DONE, FAILED -> now;
        };
    }

    private Progress forward(Progress now, News news) throws LeaseLost, Postponed {
        if (news.aborting() != null) {
            return turn(now, Failure.aborted(name(now), news.aborting()));
        }
        if (now.step() == story.chapters().size()) {
            return now.finished();
        }
        if (news.late() && !story.stubborn()) {
            return turn(now, Failure.late(name(now), saga.trouble()));
        }
        var chapter = story.chapters().get(now.step());
        try {
            return now.did(inStep(() -> chapter.step().run(now.data())));
        } catch (Exception e) {
            return troubled(now, chapter, e);
        }
    }

    private Progress troubled(Progress now, Chapter<Object> chapter, Exception trouble) throws LeaseLost, Postponed {
        var stop = stopped(now);
        if (stop == Stop.ABORTED) {
            return now; // saving it brings the reason
        }
        if (stop == Stop.LATE) {
            return turn(now, Failure.late(chapter.name(), trouble.toString()));
        }
        if (Patience.mayPass(trouble) && now.attempt() + 1 < Patience.ATTEMPTS) {
            throw again(now, chapter.name(), trouble);
        }
        say(chapter, trouble);
        if (chapter.optional()) {
            return now.skipped();
        }
        if (story.stubborn()) {
            throw again(now, chapter.name(), trouble);
        }
        return turn(now, Failure.of(chapter.name(), trouble));
    }

    /// What a step gives as its reason needs no stack trace; anything else does.
    private void say(Chapter<Object> chapter, Exception trouble) {
        switch (trouble) {
            case StepFailed _, Retry _ -> LOG.infof("%s: could not %s: %s", this, chapter.name(), trouble.getMessage());
            default -> LOG.warnf(trouble, "%s: could not %s", this, chapter.name());
        }
    }

    private Progress back(Progress now) throws LeaseLost, Postponed {
        var chapter = story.chapters().get(now.step());
        try {
            inStep(() -> {
                chapter.wayBack().undo(now.data());
                return now;
            });
        } catch (Exception e) {
            stopped(now);
            if (now.attempt() + 1 < Patience.ATTEMPTS_TO_UNDO) {
                throw again(now, "undo: " + chapter.name(), e);
            }
            LOG.errorf(e, "%s: what '%s' did is left behind", this, chapter.name());
        }
        return now.undid();
    }

    private Progress close(Progress now) throws LeaseLost, Postponed {
        var failure = now.failure();
        if (failure == null) {
            throw new IllegalStateException(this + " is undone for no reason");
        }
        try {
            inStep(() -> {
                story.otherwise().failed(now.data(), failure);
                return now;
            });
            return now.failed();
        } catch (Exception e) {
            stopped(now);
            throw again(now, "say that it failed", e);
        }
    }

    private <T> T inStep(InRequest.Work<T> work) throws Exception {
        this.work.enterStep();
        try {
            return InRequest.run(work);
        } catch (Error e) {
            throw new IllegalStateException(e);
        } finally {
            this.work.leaveStep();
        }
    }

    /// What to do when the step was stopped from outside: leave without a word, put it down, or let the caller decide.
    private @Nullable Stop stopped(Progress now) throws LeaseLost, Postponed {
        var stop = work.takeStop();
        if (stop == Stop.LEASE_LOST) {
            throw new LeaseLost();
        }
        if (stop == Stop.SHUTDOWN) {
            throw new Postponed(now, "stopped", Duration.ZERO);
        }
        return stop;
    }

    private Progress turn(Progress now, Failure why) {
        LOG.infof("%s turns back: %s", this, why.message());
        return now.turned(why, story.chapters().size() - 1);
    }

    private Postponed again(Progress now, String what, Exception trouble) {
        var wait = Patience.wait(now.attempt());
        LOG.infof("%s: %s, attempt %d, again in %s: %s", this, what, now.attempt() + 1, wait, trouble);
        return new Postponed(now.again(), trouble.toString(), wait);
    }

    private String name(Progress now) {
        return story.chapters()
                .get(Math.min(now.step(), story.chapters().size() - 1))
                .name();
    }

    @Override
    public String toString() {
        return "%s of %s (saga %s)".formatted(saga.story(), saga.subject(), saga.id());
    }
}
