package org.cumulet.database.install;

/// What makes a PostgreSQL of a package: it listens to nobody until it is ours.
final class PostgresScripts {

    private PostgresScripts() {}

    private static final String DEBIANS_PLACE = """
            cluster=$(pg_lsclusters -h | awk 'NR == 1 {print $1 "/" $2}')
            [ -n "$cluster" ] || { echo 'the package has made no cluster' >&2; exit 1; }
            folder=/etc/postgresql/$cluster
            unit=postgresql@${cluster%/*}-${cluster#*/}
            """;

    private static final String RHELS_PLACE = """
            folder=/var/lib/pgsql/data
            unit=postgresql
            [ -e "$folder/PG_VERSION" ] || postgresql-setup --initdb < /dev/null > /dev/null
            mkdir -p "$folder/conf.d"
            grep -qx "include_dir 'conf.d'" "$folder/postgresql.conf" || echo "include_dir 'conf.d'" >> "$folder/postgresql.conf"
            """;

    /// What is in a file's `.new` is in the file; a restart that is due stays due until it is done.
    private static final String SETTLE = """
            file=$folder/conf.d/cumulet.conf due=/run/cumulet-restart-postgresql
            put() {
                chown postgres:postgres "$1.new"
                chmod 0640 "$1.new"
                if cmp -s "$1.new" "$1"; then rm "$1.new"; else : > "$due"; mv "$1.new" "$1"; fi
            }
            settle() {
                systemctl enable postgresql > /dev/null 2>&1
                if [ -e "$due" ]; then
                    systemctl restart "$unit"
                    rm "$due"
                fi
                systemctl start "$unit"
            }
            """;

    private static final String START = """
            if [ ! -e "$file" ]; then
                printf '%s\\n' '# Written by Cumulet.' "listen_addresses = ''" "port = $1" > "$file.new"
                put "$file"
            fi
            settle
            """;

    private static final String LISTEN = """
            address=$1 port=$2 from=$3
            printf '%s\\n' '# Written by Cumulet.' "listen_addresses = '$address'" "port = $port" \\
                "password_encryption = 'scram-sha-256'" > "$file.new"
            put "$file"
            sed '/^# Cumulet begins/,/^# Cumulet ends/d' "$folder/pg_hba.conf" > "$folder/pg_hba.conf.new"
            printf '%s\\n' '# Cumulet begins' "host all all $from scram-sha-256" '# Cumulet ends' >> "$folder/pg_hba.conf.new"
            put "$folder/pg_hba.conf"
            settle
            """;

    static final String MAKE_SAFE = """
            runuser -u postgres -- psql -X -q -v ON_ERROR_STOP=1 -v VERBOSITY=terse -p %1$d -d postgres <<'SQL'
            do $$ begin
                if not exists (select from pg_roles where rolname = 'cumulet') then create role cumulet; end if;
            end $$;
            alter role cumulet superuser login password '%2$s';
            revoke connect, temporary on database postgres from public;
            SQL
            """;

    /// `$1` is the port.
    static String start(Family family) {
        return place(family) + SETTLE + START;
    }

    /// `$1` is the address to listen at, `$2` the port, `$3` the subnet that is let in.
    static String listen(Family family) {
        return place(family) + SETTLE + LISTEN;
    }

    private static String place(Family family) {
        return switch (family) {
            case DEBIAN -> DEBIANS_PLACE;
            case RHEL -> RHELS_PLACE;
        };
    }
}
