// Without the trait Observability there is nothing here.
