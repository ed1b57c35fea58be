package vn.ganbo.audit;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ganbo.database.SealerLogin;
import vn.ganbo.kernel.Sql;

/**
 * Niêm phong nhật ký: gives every fact its place in the hash chain of its organisation, under a
 * role of its own that may read facts and add seals and nothing else. A fact that was altered or
 * taken away after its seal breaks the chain ({@link #broken()}).
 *
 * <p>Hash = SHA-256 of the hash before (32 zero bytes at the head) and the fact's columns as text.
 */
@Component
class Sealer implements DisposableBean {
    private static final int AT_ONCE = 5000;

    /** The oldest open transaction and the next one to come. */
    static final Sql TRANSACTIONS =
            Sql.of(
                    """
                    select pg_snapshot_xmin(pg_current_snapshot())::text as oldest,
                           pg_snapshot_xmax(pg_current_snapshot())::text as next
                    """);

    /**
     * Only facts older than every open transaction, so that none slips in behind a sealed one; and
     * those that came with a copy from another server, where transactions had higher numbers.
     */
    static final Sql UNSEALED =
            Sql.of(
                    """
                    select f.id, coalesce(f.office_no, 0) as chain,
                           concat_ws('|', f.id, extract(epoch from f.at), f.key, f.thing, f.side, f.office_no,
                                     f.account_id, f.office_id, f.who, f.reason, f.details,
                                     (select string_agg(concat_ws(',', a.member_id, a.work_no, a.res_no), ';'
                                                        order by a.member_id)
                                        from audit.fact_about a
                                       where a.fact_id = f.id)) as content
                      from audit.fact f
                      left join audit.seal s on s.fact_id = f.id
                     where s.fact_id is null
                       and f.tx >= :from::xid8
                       and (f.tx < :oldest::xid8 or f.tx >= pg_snapshot_xmax(pg_current_snapshot()))
                     order by f.at, f.id
                     limit :size
                    """);

    static final Sql HEADS =
            Sql.of(
                    """
                    select s.chain, s.place, encode(s.hash, 'hex') as hash
                      from unnest(:chains::int[]) as c (chain)
                     cross join lateral (
                           select s.chain, s.place, s.hash
                             from audit.seal s
                            where s.chain = c.chain
                            order by s.place desc
                            limit 1) s
                    """);

    static final Sql SEAL =
            Sql.of(
                    """
                    insert into audit.seal (fact_id, chain, place, hash)
                    select x.fact_id, x.chain, x.place, decode(x.hash, 'hex')
                      from unnest(:facts::uuid[], :chains::int[], :places::bigint[], :hashes::text[])
                        as x (fact_id, chain, place, hash)
                    """);

    static final Sql SEALED =
            Sql.of(
                    """
                    select s.chain, s.place, encode(s.hash, 'hex') as hash,
                           concat_ws('|', f.id, extract(epoch from f.at), f.key, f.thing, f.side, f.office_no,
                                     f.account_id, f.office_id, f.who, f.reason, f.details,
                                     (select string_agg(concat_ws(',', a.member_id, a.work_no, a.res_no), ';'
                                                        order by a.member_id)
                                        from audit.fact_about a
                                       where a.fact_id = f.id)) as content
                      from audit.seal s
                      left join audit.fact f on f.id = s.fact_id
                     order by s.chain, s.place
                    """);

    private record Unsealed(UUID id, int chain, String content) {}

    private record Transactions(BigInteger oldest, BigInteger next) {}

    private record Head(long place, String hash) {
        static final Head NONE = new Head(0, "00".repeat(32));
    }

    private final HikariDataSource dataSource;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /**
     * Facts of earlier transactions are sealed: what this instance found out once stays true, so a
     * second's work does not grow with the years. Begins anew with each start.
     */
    private BigInteger from = BigInteger.ZERO;

    Sealer(SealerLogin login) {
        this.dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(login.url());
        dataSource.setUsername(login.user());
        dataSource.setPassword(login.password());
        dataSource.setMaximumPoolSize(1);
        dataSource.setMinimumIdle(0);
        dataSource.setInitializationFailTimeout(-1);
        // planned each time: how many facts are younger than the last round differs
        dataSource.addDataSourceProperty("prepareThreshold", "0");
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** Seals what is there, at most 5,000 facts; returns how many. */
    synchronized int seal() {
        Transactions seen =
                jdbc.sql(TRANSACTIONS.text())
                        .query((row, _) ->
                                new Transactions(
                                        new BigInteger(row.getString("oldest")),
                                        new BigInteger(row.getString("next"))))
                        .single();
        BigInteger since = from.compareTo(seen.next()) > 0 ? BigInteger.ZERO : from;
        Integer sealed = transaction.execute(_ -> sealOnce(since, seen));
        from = sealed != null && sealed < AT_ONCE ? seen.oldest() : since;
        return sealed == null ? 0 : sealed;
    }

    private int sealOnce(BigInteger since, Transactions seen) {
        List<Unsealed> facts =
                new ArrayList<>(
                        jdbc.sql(UNSEALED.text())
                                .param("size", AT_ONCE)
                                .param("from", since.toString())
                                .param("oldest", seen.oldest().toString())
                                .query((row, _) ->
                                        new Unsealed(
                                                row.getObject("id", UUID.class),
                                                row.getInt("chain"),
                                                row.getString("content")))
                                .list());
        if (facts.isEmpty()) {
            return 0;
        }
        Map<Integer, Head> heads = heads(facts);
        List<Long> places = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        for (Unsealed fact : facts) {
            Head before = heads.getOrDefault(fact.chain(), Head.NONE);
            Head after = new Head(before.place() + 1, hash(before.hash(), fact.content()));
            heads.put(fact.chain(), after);
            places.add(after.place());
            hashes.add(after.hash());
        }
        jdbc.sql(SEAL.text())
                .param("facts", facts.stream().map(Unsealed::id).toArray(UUID[]::new))
                .param("chains", facts.stream().map(Unsealed::chain).toArray(Integer[]::new))
                .param("places", places.toArray(Long[]::new))
                .param("hashes", hashes.toArray(String[]::new))
                .update();
        return facts.size();
    }

    private Map<Integer, Head> heads(List<Unsealed> facts) {
        Map<Integer, Head> heads = new HashMap<>();
        jdbc.sql(HEADS.text())
                .param(
                        "chains",
                        facts.stream().map(Unsealed::chain).distinct().toArray(Integer[]::new))
                .query(row -> {
                    heads.put(
                            row.getInt("chain"),
                            new Head(row.getLong("place"), row.getString("hash")));
                });
        return heads;
    }

    /** The chains (numbers of organisations) whose seals no longer fit their facts. */
    List<Integer> broken() {
        List<Integer> broken = new ArrayList<>();
        Map<Integer, Head> heads = new HashMap<>();
        jdbc.sql(SEALED.text())
                .query(row -> {
                    int chain = row.getInt("chain");
                    Head before = heads.getOrDefault(chain, Head.NONE);
                    String hash = hash(before.hash(), String.valueOf(row.getString("content")));
                    heads.put(chain, new Head(row.getLong("place"), hash));
                    boolean fits =
                            row.getLong("place") == before.place() + 1
                                    && hash.equals(row.getString("hash"));
                    if (!fits && !broken.contains(chain)) {
                        broken.add(chain);
                    }
                });
        return broken;
    }

    private static String hash(String before, String content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(before));
            return HexFormat.of()
                    .formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void destroy() {
        dataSource.close();
    }
}
