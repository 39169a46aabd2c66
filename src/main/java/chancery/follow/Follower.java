package chancery.follow;

import chancery.release.ReleaseFiles;
import chancery.release.ReleaseStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps a folder of releases like a published one: looks now and then what is current there,
/// fetches what is not here, and makes it current here. A server of that folder takes it up.
///
/// When the other side is gone it goes on with what is here, and looks less often. When the current
/// release is damaged or gone here, it is fetched again.
public final class Follower implements AutoCloseable {
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(10);

    private final FollowRules rules;
    private final ReleaseStore store;
    private final Exchanges exchanges;
    private final Texts texts;
    private final Wholeness wholeness = new Wholeness();
    private final Tally tally = new Tally();
    private final Consumer<String> notices;
    private final Thread thread = new Thread(this::run, "follow");
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final FileChannel claim;

    private volatile Consumer<String> onDamage = reason -> {};
    private boolean isClosed;
    private boolean hasLooked;
    private int failures;
    private String said = "";
    private @Nullable String damage;

    /// The release that was here when a look last went well.
    private String taken = "";

    /// The list of files that was compared with ours last, so that it is compared once.
    private String compared = "";

    private Follower(FollowRules rules, Consumer<String> notices, FileChannel claim) {
        this.rules = rules;
        this.store = new ReleaseStore(rules.releases());
        this.exchanges = new Exchanges(rules.origin(), rules.patience());
        this.texts = new Texts(exchanges);
        this.notices = notices;
        this.claim = claim;
        thread.setDaemon(true);
    }

    /// Begins to follow; the first look is at once.
    ///
    /// @param notices gets a line for the operator; called from another thread
    /// @throws CannotFollow when the folder cannot be written, or somebody else follows into it
    public static Follower start(FollowRules rules, Consumer<String> notices) throws CannotFollow {
        Follower follower = new Follower(rules, notices, claim(rules.releases()));
        follower.thread.start();
        return follower;
    }

    private static FileChannel claim(Path releases) throws CannotFollow {
        try {
            Files.createDirectories(releases);
            FileChannel channel =
                    FileChannel.open(
                            releases.resolve(".following.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (!isOurs(channel)) {
                channel.close();
                throw new CannotFollow(
                        releases
                                + ": found that another server follows into it, expected a folder"
                                + " for each");
            }
            return channel;
        } catch (IOException e) {
            throw new CannotFollow(
                    "%s: found it not writable (%s)".formatted(releases, e.getMessage()), e);
        }
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        }
    }

    /// Whom to tell that files of the release being served are damaged; until it is opened anew its
    /// answers cannot be relied on.
    public void onDamage(Consumer<String> told) {
        onDamage = told;
    }

    /// What has been done so far.
    public Tally tally() {
        return tally;
    }

    /// Whether the release that is current here can be served, without looking elsewhere.
    public boolean isCurrentWhole() {
        try {
            String id = here();
            return !id.isEmpty() && isWhole(id);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /// Waits until there is a release here that can be served: the one that is published or, when a
    /// look has not got it, any.
    ///
    /// @return false when it was closed meanwhile
    public boolean awaitRelease() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!isClosed) {
                if (hasLooked && isAnyWhole()) {
                    return true;
                }
                changed.await();
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean isAnyWhole() {
        try {
            for (Path release : store.list()) {
                if (isWhole(release.getFileName().toString())) {
                    return true;
                }
            }
            return false;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private void run() {
        while (true) {
            look();
            lock.lock();
            try {
                hasLooked = true;
                changed.signalAll();
                Duration pause = rules.pause(failures, ThreadLocalRandom.current().nextDouble());
                long left = pause.toNanos();
                while (!isClosed && left > 0) {
                    left = changed.awaitNanos(left);
                }
                if (isClosed) {
                    return;
                }
            } catch (InterruptedException e) {
                return;
            } finally {
                lock.unlock();
            }
        }
    }

    /// Throws nothing: the next look may go better.
    private void look() {
        try {
            follow();
            tally.succeeded();
            if (failures > 0) {
                notices.accept("%s: followed again".formatted(rules.origin()));
            }
            failures = 0;
            said = "";
        } catch (CannotFollow e) {
            failed(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            failed("%s: found %s".formatted(rules.releases(), e));
        }
    }

    private void failed(String message) {
        tally.failed();
        failures++;
        if (!exchanges.isClosed() && !message.equals(said)) {
            said = message;
            notices.accept(message + "; " + stays());
        }
    }

    private String stays() {
        try {
            return store.current()
                    .map(choice -> "release %s stays".formatted(choice.id()))
                    .orElse("there is no release here yet");
        } catch (IOException e) {
            return "no other release is taken up";
        }
    }

    private void follow() throws CannotFollow, IOException {
        String here = here();
        List<String> broken = here.isEmpty() ? List.of() : broken(here);
        tellOfDamage(here, broken);
        Texts.Named named = texts.current();
        String id = named.id();
        boolean isHere = id.equals(here);
        if (isHere && broken.isEmpty() && (named.isSame() || isAsPublished(id))) {
            taken = id;
            store.prune(rules.keep());
            return;
        }
        if (isHere || !isWhole(id)) {
            fetch(id);
        }
        if (!store.use(id)) {
            throw new CannotFollow(rules.releases() + "/" + id + ": found it gone again");
        }
        if (isHere || id.equals(taken)) {
            tally.healed();
            notices.accept("%s: fetched release %s again".formatted(rules.origin(), id));
        }
        taken = id;
        damage = null;
        store.prune(rules.keep());
    }

    /// The id of the release that is current here; `""` if there is none, or it is gone.
    private String here() throws IOException {
        return store.current()
                .filter(choice -> choice.note().isEmpty())
                .map(ReleaseStore.Choice::id)
                .orElse("");
    }

    private List<String> broken(String id) throws IOException {
        return wholeness.broken(rules.releases().resolve(id));
    }

    private boolean isWhole(String id) throws IOException {
        Path release = rules.releases().resolve(id);
        return ReleaseFiles.areListed(release)
                && store.find(id).isPresent()
                && ReleaseFiles.broken(release).isEmpty();
    }

    private void tellOfDamage(String id, List<String> broken) {
        if (broken.isEmpty()) {
            return;
        }
        String first = broken.getFirst();
        if (!first.equals(damage)) {
            damage = first;
            notices.accept(
                    first + "; fetching what is published instead of release %s".formatted(id));
            // what is merely gone is still there for who has it open
            boolean isWrong =
                    broken.stream()
                            .filter(line -> line.contains("/tdb2/") || line.contains("/text/"))
                            .anyMatch(line -> !line.contains("found no such file"));
            if (isWrong) {
                onDamage.accept("files of the release are damaged");
            }
        }
    }

    /// Whether the release has here what it has there; looked up once for each list there.
    private boolean isAsPublished(String id) throws CannotFollow, IOException {
        Contents contents = Contents.of(id, texts, rules.origin());
        String list = id + contents.sums();
        boolean isSame = list.equals(compared) || contents.areIn(rules.releases().resolve(id));
        compared = list;
        return isSame;
    }

    private void fetch(String id) throws CannotFollow {
        Contents contents = Contents.of(id, texts, rules.origin());
        wholeness.forget();
        new Fetch(rules.releases(), exchanges, tally).run(contents);
        compared = id + contents.sums();
    }

    /// Stops; a file that is being fetched is gone on with after the next start.
    @Override
    public void close() {
        exchanges.close();
        lock.lock();
        try {
            isClosed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(TimeUnit.MILLISECONDS.convert(PATIENCE_AT_END));
            claim.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // the process ends with it
        }
    }
}
