/// Groups: users who hold roles together.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.group;
