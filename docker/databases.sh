#!/bin/sh
# A database and a role for every service, closed to the others. Run once by the image of PostgreSQL, on an empty volume.
set -eu
for service in identity image inventory network compute database batch; do
  password=$(eval "printf '%s' \"\$CUMULET_DATABASE_PASSWORD_$(printf '%s' "$service" | tr '[:lower:]' '[:upper:]')\"")
  psql -v ON_ERROR_STOP=1 -U postgres -v name="$service" -v password="$password" << 'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
done
psql -v ON_ERROR_STOP=1 -U postgres -c 'REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC'
