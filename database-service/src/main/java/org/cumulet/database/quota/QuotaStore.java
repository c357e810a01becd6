package org.cumulet.database.quota;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;

/// Where quotas are kept that differ from the configured ones.
@Singleton
class QuotaStore implements PanacheRepositoryBase<Quota, String> {}
