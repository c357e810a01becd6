package org.cumulet.database.install;

/// What makes a MariaDB of a package: it listens to nobody until it is safe.
final class MariaDbScripts {

    private MariaDbScripts() {}

    /// `$1` is the folder of settings.
    static final String START = """
            file=$1/90-cumulet.cnf
            systemctl enable mariadb > /dev/null 2>&1
            if [ ! -e "$file" ]; then
                printf '%s\\n' '# Written by Cumulet.' '[mysqld]' skip-networking > "$file.new"
                mv "$file.new" "$file"
                systemctl restart mariadb
            fi
            systemctl start mariadb
            """;

    /// What a new server has too much of goes while nobody can have come to like it. Then the administrator.
    static final String MAKE_SAFE = """
            if grep -qx skip-networking "$1/90-cumulet.cnf"; then
                mariadb --protocol=socket --user=root --batch <<'SQL'
            delete from mysql.global_priv where user = '';
            delete from mysql.global_priv where user = 'root' and host not in ('localhost', '127.0.0.1', '::1');
            delete from mysql.db where user = '' or db = 'test' or db = 'test\\\\_%%';
            drop database if exists test;
            flush privileges;
            SQL
            fi
            mariadb --protocol=socket --user=root --batch <<'SQL'
            create user if not exists 'cumulet'@'%1$s' identified via mysql_native_password using '%2$s';
            alter user 'cumulet'@'%1$s' identified via mysql_native_password using '%2$s';
            grant all on *.* to 'cumulet'@'%1$s' with grant option;
            SQL
            """;

    /// A restart that is due stays due until it is done, whatever comes between.
    static final String LISTEN = """
            file=$1/90-cumulet.cnf address=$2 port=$3 due=/run/cumulet-restart-mariadb
            printf '%s\\n' '# Written by Cumulet.' '[mysqld]' "bind-address = $address" "port = $port" \\
                'local-infile = 0' 'skip-name-resolve = 1' > "$file.new"
            if ! cmp -s "$file.new" "$file"; then
                : > "$due"
                mv "$file.new" "$file"
            fi
            rm -f "$file.new"
            if [ -e "$due" ]; then
                systemctl restart mariadb
                rm "$due"
            fi
            systemctl start mariadb
            """;

    static String folder(Family family) {
        return switch (family) {
            case DEBIAN -> "/etc/mysql/mariadb.conf.d";
            case RHEL -> "/etc/my.cnf.d";
        };
    }
}
